/** Engineering, making and building. */
export const engineering = `
engineering | Engineering | Ingeniería | engineer; ingeniero
mechanical-engineering | Mechanical engineering | Ingeniería mecánica | mechanical engineer; ingeniero mecánico; machine design; diseño de máquinas | engineering | skills
electrical-engineering | Electrical engineering | Ingeniería eléctrica | electrical engineer; ingeniero eléctrico; power system; sistema eléctrico | engineering | skills
electronics | Electronics | Electrónica | circuit design; diseño de circuitos; printed circuit; electronic engineer; ingeniero electrónico | engineering | skills
semiconductors | Semiconductors and chips | Semiconductores y chips | semiconductor; microchip; chip design; diseño de chips; clean room; sala limpia | electronics | skills
civil-engineering | Civil engineering | Ingeniería civil | civil engineer; ingeniero civil; structural engineering; cálculo de estructuras | engineering | skills
chemical-engineering | Chemical engineering | Ingeniería química | process engineering; ingeniería de procesos; chemical engineer; ingeniero químico | engineering | skills
industrial-engineering | Industrial engineering | Ingeniería industrial | industrial engineer; ingeniero industrial; production engineering | engineering | skills
aerospace | Aerospace engineering | Ingeniería aeroespacial | aeronautics; aeronáutica; aviation; aviación; drone; dron; satellite; satélite | engineering | skills
automotive | Automotive engineering | Ingeniería de automoción | vehicle; vehículo; electric vehicle; vehículo eléctrico; automoción | engineering | skills
naval-engineering | Naval and marine engineering | Ingeniería naval | shipbuilding; construcción naval; marine engineering | engineering | skills
biomedical-engineering | Biomedical engineering | Ingeniería biomédica | medical device; dispositivo médico; producto sanitario; prosthesis; prótesis | engineering | skills
environmental-engineering | Environmental engineering | Ingeniería ambiental | environmental engineer; ingeniero ambiental; remediation | engineering | skills
materials | Materials science | Ciencia de materiales | materials engineering; composite material; material compuesto; polymer; polímero; metallurgy; metalurgia | engineering | research
nanotechnology | Nanotechnology | Nanotecnología | nanomaterial; nanoparticle; nanopartícula | materials | research
acoustics | Acoustics and vibration | Acústica y vibraciones | noise measurement; vibration; vibración; ruido | engineering | skills
optics | Optics and photonics | Óptica y fotónica | laser; láser; photonics; fotónica | engineering | skills
automation | Automation and control | Automatización y control | industrial automation; automatización industrial; PLC; SCADA; control engineering; ingeniería de control | engineering | skills
mechatronics | Mechatronics | Mecatrónica | mechatronics technician | engineering | skills
cad | Computer-aided design | Diseño asistido por ordenador | CAD; AutoCAD; SolidWorks; technical drawing; dibujo técnico; CATIA | engineering | skills
finite-elements | Structural simulation | Simulación estructural | finite element; elementos finitos; FEM; FEA; ANSYS | simulation | skills
fluid-dynamics | Fluid dynamics | Dinámica de fluidos | CFD; wind tunnel; túnel de viento; aerodynamics; aerodinámica | simulation | skills
building-information | Building information modelling | Modelado de información de construcción | BIM; Revit | construction | skills
architecture | Architecture | Arquitectura | architect; arquitecto; building design | construction | skills
urban-planning | Urban planning | Urbanismo | city planning; planificación urbana; smart city; ciudad inteligente | architecture | skills
surveying | Land surveying | Topografía | surveyor; topógrafo | civil-engineering | skills
product-design | Product design | Diseño de producto | industrial design; diseño industrial; product development; desarrollo de producto | design | skills
prototyping | Prototyping | Creación de prototipos | prototype; prototipo; proof of concept; prueba de concepto; minimum viable product | product-design | projects
additive-manufacturing | 3D printing | Impresión 3D | additive manufacturing; fabricación aditiva; 3D printer; impresora 3D | manufacturing | equipment
manufacturing | Manufacturing | Fabricación | production; producción; factory; fábrica; plant floor; industria manufacturera; manufactura
lean | Lean production | Producción ajustada | lean manufacturing; lean; six sigma; kaizen; continuous improvement; mejora continua | manufacturing | skills
quality-management | Quality management | Gestión de la calidad | quality control; control de calidad; quality assurance; ISO 9001; aseguramiento de la calidad | management | skills
maintenance | Maintenance | Mantenimiento | predictive maintenance; mantenimiento predictivo; preventive maintenance; maintenance technician; técnico de mantenimiento | manufacturing | skills
machining | Machining | Mecanizado | CNC; milling; fresado; lathe; torno; machinist; fresador | manufacturing | skills
metrology | Metrology and calibration | Metrología y calibración | calibration; calibración; precision measurement; medición de precisión | engineering | skills
testing-laboratory | Testing and certification of products | Ensayos y certificación de productos | materials testing; ensayo de materiales; test bench; banco de pruebas; product certification | laboratory | facilities
packaging | Packaging | Envases y embalajes | packaging design; envase; embalaje | manufacturing | skills
food-technology | Food technology | Tecnología de los alimentos | food science; ciencia de los alimentos; food safety; seguridad alimentaria; food processing | manufacturing | skills
textiles | Textiles and fashion | Textil y moda | textile; fashion; moda; garment | manufacturing | skills
energy | Energy | Energía | energy industry; sector energético
renewable-energy | Renewable energy | Energías renovables | solar energy; energía solar; wind energy; energía eólica; photovoltaic; fotovoltaica; wind power | energy | skills
energy-efficiency | Energy efficiency | Eficiencia energética | energy saving; ahorro energético; energy audit; auditoría energética | energy | skills
energy-storage | Batteries and energy storage | Baterías y almacenamiento de energía | battery; batería; energy storage; almacenamiento de energía | energy | skills
hydrogen | Hydrogen | Hidrógeno | fuel cell; pila de combustible; green hydrogen; hidrógeno verde | energy | skills
nuclear | Nuclear technology | Tecnología nuclear | nuclear engineering; ingeniería nuclear; radiation protection; protección radiológica | energy | skills
power-grids | Power grids | Redes eléctricas | smart grid; red inteligente; electricity network; distribución eléctrica | energy | skills
oil-and-gas | Oil and gas | Petróleo y gas | petroleum; petróleo; gas industry | energy | skills
water-management | Water management | Gestión del agua | wastewater; aguas residuales; water treatment; tratamiento de aguas; hydrology; hidrología | environmental-engineering | skills
waste-management | Waste and recycling | Residuos y reciclaje | recycling; reciclaje; waste; residuos; circular economy; economía circular | sustainability | skills
sustainability | Sustainability | Sostenibilidad | sustainable development; desarrollo sostenible; ESG; climate; clima; carbon footprint; huella de carbono; decarbonization; descarbonización | | knowledge
life-cycle-assessment | Life-cycle assessment | Análisis de ciclo de vida | life cycle analysis; LCA; ACV; environmental impact; impacto ambiental | sustainability | research
mining | Mining | Minería | mineral extraction; geological survey | engineering | skills
construction | Construction | Construcción | building industry; building site; obra; construction management | | skills
transport | Transport and mobility | Transporte y movilidad | mobility; movilidad; public transport; transporte público; railway; ferrocarril
logistics | Logistics | Logística | warehouse; almacén; warehousing; freight; distribution centre; last mile; última milla | supply-chain | skills
supply-chain | Supply chain | Cadena de suministro | supply chain management; suministro; inventory management; gestión de inventario | management | skills
procurement | Purchasing | Compras | procurement; supplier management; gestión de proveedores; aprovisionamiento | supply-chain | skills
safety | Safety at work | Seguridad laboral | occupational safety; prevención de riesgos laborales; health and safety; seguridad y salud en el trabajo; workplace safety | | skills
risk-engineering | Reliability and risk | Fiabilidad y riesgo | reliability engineering; fiabilidad; failure analysis; análisis de fallos | engineering | skills
systems-engineering | Systems engineering | Ingeniería de sistemas | requirements engineering; system integration; integración de sistemas | engineering | skills
patents | Patents and intellectual property | Patentes y propiedad intelectual | patent; patente; intellectual property; propiedad intelectual; licensing; licencia de patente | law | knowledge
`;
