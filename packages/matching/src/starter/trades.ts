/** Work of the hand, transport, safety, services. */
export const trades = `
skilled-trades | Skilled trades | Oficios | tradesperson; craft; craftsman; artesano; oficial de primera | | skills
welding | Welding | Soldadura | welder; soldador; TIG welding | skilled-trades | skills
electrician | Electrical installation | Instalaciones eléctricas | electrician; electricista; wiring; cableado | skilled-trades | skills
plumbing | Plumbing | Fontanería | plumber; fontanero; pipefitter; plomero | skilled-trades | skills
carpentry | Carpentry | Carpintería | carpenter; carpintero; joinery; cabinet making; ebanistería | skilled-trades | skills
masonry | Masonry | Albañilería | bricklayer; albañil; mason | skilled-trades | skills
painting | Painting and finishing | Pintura y acabados | house painter; pintor; spray painting | skilled-trades | skills
roofing | Roofing | Cubiertas y tejados | roofer; techador | skilled-trades | skills
heating-cooling | Heating and cooling | Climatización | HVAC; air conditioning; aire acondicionado; refrigeration; refrigeración; heat pump; bomba de calor; calefacción | skilled-trades | skills
solar-installation | Solar installation | Instalación solar | solar installer; instalador solar; placas solares; solar panel; panel solar | renewable-energy | skills
vehicle-repair | Vehicle repair | Reparación de vehículos | car mechanic; mecánico de coches; auto mechanic; bodywork; mecánico | skilled-trades | skills
sheet-metal | Sheet metal work | Chapa y calderería | sheet metal; calderería; boilermaker; calderero | skilled-trades | skills
toolmaking | Toolmaking | Matricería | mould maker; moldes; tool and die; matricero | machining | skills
electronics-repair | Repair of electronics | Reparación electrónica | electronics technician; técnico electrónico; soldering | electronics | skills
assembly | Assembly | Montaje | assembly line; cadena de montaje; assembler; operario de montaje; production operator; operario | manufacturing | skills
forklift | Forklift driving | Manejo de carretillas | forklift; carretilla elevadora; carretillero; pallet truck | logistics | skills
truck-driving | Truck driving | Conducción de camiones | truck driver; camionero; lorry driver; professional driver; conductor profesional; carné C | transport | skills
bus-driving | Bus and train driving | Conducción de autobuses y trenes | bus driver; conductor de autobús; train driver; maquinista | transport | skills
crane-operation | Crane and heavy equipment | Grúas y maquinaria pesada | crane operator; gruista; excavator; excavadora; heavy equipment operator | construction | skills
site-supervision | Site supervision | Jefatura de obra | site manager; jefe de obra; foreman; encargado de obra | construction | skills
gardening | Gardening and landscaping | Jardinería y paisajismo | gardener; jardinero; landscaping; landscape architecture; paisajismo | agronomy | skills
livestock | Livestock | Ganadería | cattle; dairy; farm animals; ganadero | agronomy | skills
fishing | Fishing | Pesca | fisherman; pescador; fishing fleet | | skills
baking | Baking | Panadería y pastelería | baker; panadero; pastry; pastelero; repostería | catering | skills
butchery | Butchery | Carnicería | butcher; carnicero; meat processing | food-technology | skills
brewing | Brewing | Elaboración de cerveza | brewery; cervecería; brewer | food-technology | skills
cleaning | Cleaning | Limpieza | cleaner; limpiador; cleaning services | | skills
facility-services | Facility services | Servicios generales | facility management; building maintenance; conserje; janitor; caretaker; mantenimiento de edificios | maintenance | skills
security-services | Security services | Servicios de seguridad | security guard; vigilante; vigilante de seguridad | | skills
firefighting | Firefighting | Bomberos | firefighter; bombero; fire safety; protección contra incendios | safety | skills
police-work | Police and civil protection | Policía y protección civil | police officer; policía; civil protection; crisis response; gestión de emergencias; emergency management | | skills
beauty | Hair and beauty | Peluquería y estética | hairdresser; peluquero; cosmetics; estética | | skills
sewing | Sewing and tailoring | Costura y confección | tailor; sastre; seamstress; costurera; confección | textiles | skills
printing | Printing | Artes gráficas | printing press; imprenta; print production; impresor | manufacturing | skills
jewellery | Jewellery and watchmaking | Joyería y relojería | jeweller; joyero; watchmaker; relojero | skilled-trades | skills
shoemaking | Shoemaking | Calzado | footwear; shoemaker; zapatero; industria del calzado | manufacturing | skills
ceramics | Ceramics and glass | Cerámica y vidrio | glass making; vidrio; tile; azulejo | manufacturing | skills
furniture | Furniture | Muebles | furniture maker; mueble; upholstery; tapicería | manufacturing | skills
chemicals-plant | Chemical plant operation | Operación de plantas químicas | plant operator; operador de planta; process operator | manufacturing | skills
shipping | Shipping and ports | Puertos y navegación | port logistics; puerto; seafarer; marino mercante; merchant navy; stevedore | transport | skills
aviation-maintenance | Aircraft maintenance | Mantenimiento de aeronaves | aircraft mechanic; técnico de aeronaves; aircraft technician | maintenance | skills
elevators | Lift maintenance | Mantenimiento de ascensores | elevator technician; ascensorista; lift technician; ascensor | maintenance | skills
`;
