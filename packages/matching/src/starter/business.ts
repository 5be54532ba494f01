/** Running an organization: money, markets, law, words. */
export const business = `
management | Management | Gestión | manager; gestor; business administration; administración de empresas; dirección de empresas; MBA
project-management | Project management | Gestión de proyectos | project manager; jefe de proyecto; PMP; PRINCE2; programme management; director de proyectos | management | skills
product-management | Product management | Gestión de producto | product manager; product owner; roadmap | management | skills
change-management | Change management | Gestión del cambio | organizational change; cambio organizativo; reorganization | management | skills
strategy | Strategy | Estrategia | strategic planning; planificación estratégica; business strategy; business plan; plan de negocio | management | skills
operations | Operations | Operaciones | operations management; gestión de operaciones; process improvement; mejora de procesos | management | skills
entrepreneurship | Entrepreneurship | Emprendimiento | start-up; startup; founder; emprendedor; incubator; incubadora; accelerator; aceleradora; new venture | management | knowledge
innovation | Innovation | Innovación | open innovation; innovación abierta; innovation management; design thinking | management | knowledge
accounting | Accounting | Contabilidad | accountant; contable; bookkeeping; bookkeeper; financial statements | finance | skills
auditing | Auditing | Auditoría | auditor; internal audit; auditoría interna | accounting | skills
taxation | Taxes | Fiscalidad | tax; impuestos; tax advice; asesoría fiscal | accounting | skills
payroll | Payroll | Nóminas | payroll administration; gestión de nóminas | human-resources | skills
finance | Finance | Finanzas | financial analysis; análisis financiero; financial analyst; corporate finance; treasury; tesorería | | skills
banking | Banking | Banca | bank; banco; retail banking; credit analysis; análisis de crédito | finance | skills
insurance | Insurance | Seguros | insurer; aseguradora; underwriting; claims handling; gestión de siniestros | finance | skills
investment | Investment | Inversión | venture capital; capital riesgo; investor; inversor; asset management | finance | funding
fintech | Financial technology | Tecnología financiera | fintech; digital payments; pagos digitales | finance | skills
real-estate | Real estate | Sector inmobiliario | property management; gestión inmobiliaria; inmobiliaria | | skills
marketing | Marketing | Marketing | mercadotecnia; marketing campaign; campaña de marketing | | skills
digital-marketing | Digital marketing | Marketing digital | social media; redes sociales; SEO; content marketing; community manager; online advertising; publicidad en línea | marketing | skills
market-research | Market research | Investigación de mercados | market study; estudio de mercado; consumer research; customer insight | marketing | skills
branding | Branding | Marca | brand design; brand building; imagen de marca | marketing | skills
employer-brand | Visibility as an employer | Visibilidad como empleador | employer branding; marca empleadora; brand on campus; presence on campus; presencia en el campus; campus visibility; employer brand | reputation | reputation
sales | Sales | Ventas | selling; salesperson; comercial; account manager; business development; desarrollo de negocio; vendedor | | skills
customer-service | Customer service | Atención al cliente | customer support; call centre; client care; servicio al cliente | | skills
joint-sales | Selling together | Venta conjunta | joint offer; oferta conjunta; co-selling; cross-selling; joint bid; licitación conjunta | sales | access
customer-visit | Visits to customers | Visitas a clientes | joint customer visit; customer introduction; presentación a clientes; introductions to customers | sales | access
export | Export and foreign markets | Exportación y mercados exteriores | international trade; comercio exterior; internationalization; internacionalización; export market; foreign market; comercio internacional | sales | access
public-procurement | Public tenders | Licitaciones públicas | tender; licitación; public procurement; contratación pública | procurement | skills
retail | Retail | Comercio minorista | store; tienda; shop assistant; dependiente | sales | skills
hospitality | Hospitality | Hostelería | hotel; restaurant; restaurante; hospitality management; hotelería; waiter; camarero | | skills
tourism | Tourism | Turismo | tourist guide; guía turístico; travel agency; destination marketing | | skills
events | Event organization | Organización de eventos | event management; conference; congreso; trade fair; feria; event planning; career fair; feria de empleo | | skills
catering | Cooking and catering | Cocina y restauración | chef; cook; cocinero; catering; culinary arts; gastronomía | hospitality | skills
human-resources | Human resources | Recursos humanos | HR; RRHH; personnel management; people management; gestión de personas | management | skills
recruiting | Recruiting | Selección de personal | recruitment; hiring; contratación; talent acquisition; recruiter; captación de talento; selection of staff; headhunting; reclutamiento | human-resources | talent
retention | Keeping staff | Retención de personal | staff retention; employee retention; turnover; rotación de personal; retención del talento | human-resources | knowledge
diversity | Diversity and inclusion | Diversidad e inclusión | inclusion; inclusión; equality; igualdad; diverse talent; diversity; DEI; women in technology; mujeres en tecnología | human-resources | knowledge
succession | Succession and retirements | Relevo generacional | succession planning; retirement wave; jubilaciones; knowledge handover; relevo | human-resources | talent
law | Law | Derecho | lawyer; abogado; legal advice; asesoría jurídica; legal; jurídico | | skills
contract-law | Contracts | Contratos | contract drafting; redacción de contratos; contract management; contract law; framework agreement; convenio marco | law | skills
labour-law | Labour law | Derecho laboral | employment law; collective agreement; convenio colectivo | law | skills
compliance | Compliance | Cumplimiento normativo | regulatory affairs; asuntos regulatorios; regulation; regulación; normativa | law | skills
immigration | Work visas | Visados de trabajo | visa; visado; immigration; extranjería; work permit; permiso de trabajo | law | knowledge
administration | Office administration | Administración | administrative assistant; auxiliar administrativo; secretary; secretario; back office; office work | | skills
writing | Writing | Redacción | copywriting; editor; technical writing; redacción técnica; documentation; documentación | communication | skills
translation | Translation and interpreting | Traducción e interpretación | translator; traductor; interpreter; intérprete; localization | languages | skills
journalism | Journalism | Periodismo | journalist; periodista; newsroom; news reporting | communication | skills
public-relations | Public relations | Relaciones públicas | press office; gabinete de prensa; corporate communication; comunicación corporativa; PR; media relations | communication | reputation
design | Design | Diseño | designer; diseñador; creative work
graphic-design | Graphic design | Diseño gráfico | illustrator; ilustración; illustration; Photoshop; layout; maquetación | design | skills
video-production | Video and film | Vídeo y cine | video production; producción audiovisual; film making; audiovisual; video editing; edición de vídeo; animation; animación | design | skills
photography | Photography | Fotografía | photographer; fotógrafo | design | skills
music | Music and sound | Música y sonido | musician; músico; sound engineering; ingeniería de sonido | | skills
performing-arts | Performing arts | Artes escénicas | theatre; teatro; dance; danza; actor | | skills
public-administration | Public administration | Administración pública | public policy; políticas públicas; city council; ayuntamiento; municipality; civil service; government | | skills
non-profit | Non-profit work | Sector sin ánimo de lucro | NGO; ONG; foundation; fundación; charity; social enterprise; tercer sector | | skills
corporate-responsibility | Corporate responsibility | Responsabilidad social corporativa | CSR; RSC; social responsibility; responsabilidad social | sustainability | reputation
community-work | Work with the community | Trabajo con la comunidad | community engagement; local community; comunidad local; service learning; aprendizaje-servicio; neighbourhood | | reputation
volunteering | Volunteering | Voluntariado | volunteer; voluntario; volunteer day; employee volunteering; voluntariado corporativo | community-work | people
reputation | Reputation | Reputación | public recognition; visibility; visibilidad; prestige; prestigio | | reputation
`;
