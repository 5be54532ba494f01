/** Software, data and the machines behind them. */
export const computing = `
computing | Computing | Informática | information technology; tecnologías de la información; TIC; TI; computer science; ciencias de la computación
software | Software development | Desarrollo de software | software engineering; ingeniería de software; software; software developer; desarrollador de software; developer; desarrollador | computing | skills
programming | Programming | Programación | coding; programmer; programador | software | skills
python | Python | Python | python programming; programación en python | programming | skills
java | Java | Java | java developer; programación en java | programming | skills
javascript | JavaScript | JavaScript | JS; ECMAScript | programming | skills
typescript | TypeScript | TypeScript | | javascript | skills
c-plus-plus | C++ | C++ | cpp | programming | skills
c-sharp | C# | C# | csharp; .NET; dotnet | programming | skills
golang | Go programming | Programación en Go | golang | programming | skills
rust-language | Rust programming | Programación en Rust | rust language | programming | skills
php | PHP | PHP | | programming | skills
ruby | Ruby programming | Programación en Ruby | ruby on rails | programming | skills
kotlin | Kotlin | Kotlin | | programming | skills
swift-language | Swift programming | Programación en Swift | | programming | skills
matlab | MATLAB | MATLAB | simulink | programming | skills
r-language | R programming | Programación en R | R language; lenguaje R; RStudio | statistics | skills
cobol | COBOL | COBOL | mainframe; sistemas heredados; legacy system | programming | skills
scripting | Shell scripting | Programación de scripts | bash; powershell | programming | skills
web-development | Web development | Desarrollo web | web developer; desarrollador web; web application; aplicación web | software | skills
front-end | Front-end development | Desarrollo front-end | frontend; HTML; CSS; interfaz web | web-development | skills
react | React.js | React.js | ReactJS; React developer | front-end | skills
back-end | Back-end development | Desarrollo back-end | backend; Node.js; server side | web-development | skills
mobile-development | Mobile app development | Desarrollo de aplicaciones móviles | mobile app; app móvil; Android; iOS; aplicación móvil | software | skills
embedded-software | Embedded software | Software embebido | firmware; sistemas embebidos; embedded system; microcontroller; microcontrolador | software | skills
game-development | Game development | Desarrollo de videojuegos | video game; videojuego | software | skills
software-testing | Software testing | Pruebas de software | QA; test automation; automatización de pruebas; tester | software | skills
software-architecture | Software architecture | Arquitectura de software | microservice; microservicio; system design | software | skills
api-design | API design | Diseño de API | API; REST API; web service; servicio web | software | skills
open-source | Open-source software | Software libre | open source; código abierto | software
version-control | Version control | Control de versiones | git; GitHub; GitLab | software | skills
devops | DevOps | DevOps | continuous integration; integración continua; CI/CD; Docker; Kubernetes; container platform; contenedores | computing | skills
agile | Agile ways of working | Metodologías ágiles | agile; scrum; kanban; ágil | project-management | skills
cloud | Cloud computing | Computación en la nube | cloud; nube; AWS; Azure; Google Cloud; servicios en la nube | computing | skills
system-administration | System administration | Administración de sistemas | sysadmin; Linux; Windows Server; administrador de sistemas; system administrator | computing | skills
it-support | IT support | Soporte informático | help desk; soporte técnico; technical support; mesa de ayuda | computing | skills
networks | Computer networks | Redes informáticas | networking equipment; network administration; administración de redes; Cisco; TCP/IP; 5G | computing | skills
telecommunications | Telecommunications | Telecomunicaciones | telecom; radio frequency; radiofrecuencia; fibre optics; fibra óptica | engineering | skills
cybersecurity | Cybersecurity | Ciberseguridad | information security; seguridad informática; cyber security; seguridad de la información; computer security | computing | skills
penetration-testing | Penetration testing | Pruebas de intrusión | pentest; ethical hacking; hacking ético | cybersecurity | skills
cryptography | Cryptography | Criptografía | encryption; cifrado | cybersecurity | skills
privacy | Data protection | Protección de datos | privacy; GDPR; RGPD; privacidad; HIPAA | law | skills
identity-management | Identity management | Gestión de identidades | single sign-on; access control; control de acceso | cybersecurity | skills
data | Data work | Trabajo con datos | data; datos; data management; gestión de datos | computing
databases | Databases | Bases de datos | database; base de datos; database administration; NoSQL | data | skills
sql | SQL | SQL | PostgreSQL; MySQL; SQL Server; PL/SQL | databases | skills
data-engineering | Data engineering | Ingeniería de datos | data pipeline; ETL; data warehouse; almacén de datos; Spark; Airflow; big data; data engineer; ingeniero de datos | data | skills
data-analysis | Data analysis | Análisis de datos | data analytics; data analyst; analista de datos; analytics; analítica | data | skills
data-science | Data science | Ciencia de datos | data scientist; científico de datos | data-analysis | skills
machine-learning | Machine learning | Aprendizaje automático | deep learning; aprendizaje profundo; neural network; red neuronal; scikit-learn; PyTorch; TensorFlow; ML | artificial-intelligence | skills
artificial-intelligence | Artificial intelligence | Inteligencia artificial | AI; IA; generative AI; IA generativa; language model; modelo de lenguaje; chatbot | computing | skills
computer-vision | Computer vision | Visión artificial | image recognition; image processing; procesamiento de imágenes; visión por computador | artificial-intelligence | skills
language-technology | Language technology | Tecnologías del lenguaje | natural language processing; procesamiento del lenguaje natural; NLP; PLN; text mining; minería de textos | artificial-intelligence | skills
business-intelligence | Business intelligence | Inteligencia de negocio | Power BI; Tableau; dashboard; cuadro de mando; reporting | data-analysis | skills
data-visualization | Data visualization | Visualización de datos | data visualisation; charting | data-analysis | skills
spreadsheets | Spreadsheets | Hojas de cálculo | Excel; spreadsheet; hoja de cálculo | office-software | skills
office-software | Office software | Ofimática | Microsoft Office; word processing; procesador de textos | computing | skills
data-governance | Data governance | Gobierno del dato | data quality; calidad del dato; master data; gobernanza de datos | data | skills
open-data | Shared data sets | Conjuntos de datos compartidos | data set; dataset; conjunto de datos; open data; datos abiertos; data sharing; anonymised data; datos anonimizados | data | data
software-licence | Software licences | Licencias de software | software license; licence for students; licencia de software; campus licence | equipment | equipment
internet-of-things | Internet of things | Internet de las cosas | IoT; sensor network; red de sensores; connected device | engineering | skills
robotics | Robotics | Robótica | robot; cobot; industrial robot; robot industrial | automation | skills
blockchain | Blockchain | Cadena de bloques | distributed ledger; smart contract | computing | skills
virtual-reality | Virtual and augmented reality | Realidad virtual y aumentada | VR; AR; virtual reality; realidad virtual; realidad aumentada; augmented reality | computing | skills
simulation | Simulation | Simulación | computer simulation; modelling and simulation; modelización; digital twin; gemelo digital | research-methods | skills
high-performance-computing | High-performance computing | Computación de altas prestaciones | supercomputer; supercomputador; HPC; GPU; computing cluster; clúster de cálculo | computing | facilities
quantum-computing | Quantum computing | Computación cuántica | quantum; cuántica | computing | research
geographic-information | Geographic information systems | Sistemas de información geográfica | GIS; SIG; mapping; cartografía; remote sensing; teledetección | data | skills
erp | Business software (ERP) | Software de gestión (ERP) | ERP; SAP; Odoo; Dynamics | computing | skills
crm | Customer relationship systems | Sistemas de relación con clientes | CRM; Salesforce; HubSpot | marketing | skills
digital-transformation | Digital transformation | Transformación digital | digitalization; digitalización; digitalisation; digitisation | computing | skills
process-automation | Automation of office processes | Automatización de procesos administrativos | RPA; workflow automation; low-code; low code | computing | skills
user-experience | User experience design | Diseño de experiencia de usuario | UX; UI; usability; usabilidad; interaction design; user research | design | skills
accessibility | Digital accessibility | Accesibilidad digital | WCAG; accessible design; accesibilidad web | user-experience | skills
e-commerce | Online sales | Comercio electrónico | e-commerce; ecommerce; online shop; tienda en línea | sales | skills
digital-skills | Everyday digital skills | Competencias digitales | digital literacy; alfabetización digital; digital competence | computing | training
health-informatics | Health informatics | Informática de la salud | electronic health record; historia clínica electrónica; telemedicine; telemedicina; digital health; salud digital | computing | skills
bioinformatics | Bioinformatics | Bioinformática | genomic data; datos genómicos | biology | skills
`;
