/** Sciences, research and how it is done. */
export const science = `
research | Research | Investigación | researcher; investigador; R&D; I+D; I+D+i; research and development; investigación y desarrollo | | research
research-methods | Research methods | Métodos de investigación | methodology; metodología; study design; diseño de estudios | research | skills
applied-research | Applied research | Investigación aplicada | contract research; investigación por contrato; sponsored research; research collaboration; proyecto de investigación; research project | research | research
basic-research | Basic research | Investigación básica | fundamental research; investigación fundamental | research | research
literature-review | Review of the literature | Revisión bibliográfica | literature review; systematic review; revisión sistemática; state of the art; estado del arte | research-methods | skills
qualitative-research | Qualitative research | Investigación cualitativa | focus group; grupo focal; in-depth interview; entrevista en profundidad; ethnography; etnografía | research-methods | skills
surveys | Surveys | Encuestas | survey; encuesta; questionnaire; cuestionario; opinion poll | research-methods | skills
statistics | Statistics | Estadística | statistical analysis; análisis estadístico; statistician; estadístico; SPSS; Stata; biostatistics; bioestadística | mathematics | skills
econometrics | Econometrics | Econometría | econometric model; modelo econométrico | statistics | skills
experiments | Experiments and trials | Experimentos y ensayos | experiment; experimento; field trial; ensayo de campo; randomized trial; design of experiments; diseño de experimentos | research-methods | skills
evaluation | Programme evaluation | Evaluación de programas | impact evaluation; evaluación de impacto; program evaluation; outcome measurement | research-methods | skills
mathematics | Mathematics | Matemáticas | mathematician; matemático; applied mathematics; matemática aplicada
optimization | Optimization | Optimización | operations research; investigación operativa; optimisation; linear programming; programación lineal; scheduling algorithm | mathematics | skills
actuarial | Actuarial work | Ciencias actuariales | actuary; actuario; risk model; modelo de riesgo | mathematics | skills
physics | Physics | Física | physicist; físico
chemistry | Chemistry | Química | chemist; químico; organic chemistry; química orgánica; analytical chemistry; química analítica
biochemistry | Biochemistry | Bioquímica | biochemist; bioquímico; protein chemistry | chemistry | skills
biology | Biology | Biología | biologist; biólogo; life science; ciencias de la vida
biotechnology | Biotechnology | Biotecnología | biotech; bioprocess; bioproceso; fermentation; fermentación | biology | skills
genetics | Genetics and genomics | Genética y genómica | genomics; genómica; sequencing; secuenciación; genetics; CRISPR | biology | research
microbiology | Microbiology | Microbiología | bacteria; microbiome; microbioma; virology; virología | biology | skills
ecology | Ecology and nature protection | Ecología y conservación | biodiversity; biodiversidad; conservation; conservación de la naturaleza; ecology | biology | skills
marine-science | Marine science | Ciencias del mar | oceanography; oceanografía; aquaculture; acuicultura; marine biology | biology | research
agronomy | Agriculture | Agricultura | agronomy; agronomía; farming; agricultural engineering; ingeniería agrícola; crop; cultivo; precision agriculture | | skills
viticulture | Wine and vines | Vino y viticultura | viticulture; oenology; enología; winery; bodega | agronomy | skills
forestry | Forestry | Silvicultura | forest management; gestión forestal | agronomy | skills
veterinary | Veterinary medicine | Veterinaria | veterinarian; veterinario; animal health; sanidad animal | | skills
geology | Geology | Geología | geologist; geólogo; geotechnics; geotecnia; earth science | | skills
climate-science | Climate science | Ciencia del clima | climate model; modelo climático; meteorology; meteorología | sustainability | research
astronomy | Astronomy and space | Astronomía y espacio | space science; telescope; telescopio | physics | research
laboratory | Laboratories | Laboratorios | laboratory; laboratorio; lab; bench space; lab space; research facility | facilities | facilities
laboratory-skills | Laboratory work | Trabajo de laboratorio | lab technician; técnico de laboratorio; laboratory technique; laboratory technician; pipetting | research-methods | skills
microscopy | Microscopy | Microscopía | electron microscope; microscopio electrónico; microscope; microscopio | laboratory | equipment
spectroscopy | Spectroscopy and chromatography | Espectroscopía y cromatografía | mass spectrometry; espectrometría de masas; chromatography; cromatografía; HPLC; spectrometer; espectrómetro | laboratory | equipment
imaging | Scientific imaging | Imagen científica | MRI; resonancia magnética; tomography; tomografía; X-ray; rayos X | laboratory | equipment
research-ethics | Research ethics | Ética de la investigación | ethics committee; comité de ética; institutional review board; human subjects | research | knowledge
technology-transfer | Technology transfer | Transferencia de tecnología | knowledge transfer; transferencia de conocimiento; spin-off; commercialization of research; OTRI | research | knowledge
grant-writing | Grant writing | Redacción de propuestas de financiación | grant proposal; research funding; solicitud de subvención; funding proposal; Horizon Europe; Horizonte Europa; subvención | research | funding
scientific-writing | Scientific writing | Redacción científica | scientific publication; publicación científica; paper writing; academic writing; escritura académica | writing | skills
peer-experts | Expert advice | Asesoramiento experto | expert opinion; scientific advice; asesoría científica; consulting; consultoría; consultancy; advisory | | knowledge
doctoral | Doctoral research | Investigación doctoral | PhD; doctorado; doctoral student; doctorando; industrial doctorate; doctorado industrial; PhD candidate; tesis doctoral | research | research
postdoctoral | Postdoctoral work | Investigación posdoctoral | postdoc; posdoctoral; research fellow | research | talent
research-centre | Research centre | Centro de investigación | joint lab; laboratorio conjunto; research institute; instituto de investigación; research center; centre of excellence | research | facilities
social-science | Social sciences | Ciencias sociales | social research; sociology; sociología; anthropology; antropología; political science; ciencia política
economics | Economics | Economía | economist; economista; regional economy
psychology | Psychology | Psicología | psychologist; psicólogo; behavioural science; ciencias del comportamiento
philosophy | Philosophy and ethics | Filosofía y ética | philosopher; ethics; ética
history | History and heritage | Historia y patrimonio | historian; historiador; cultural heritage; patrimonio cultural; archive work
archaeology | Archaeology | Arqueología | excavation; excavación; archaeologist | history | skills
linguistics | Linguistics | Lingüística | linguist; lingüista
library-science | Library and archives | Biblioteca y archivos | librarian; bibliotecario; archivist; archivero; records management | | skills
citizen-science | Citizen science | Ciencia ciudadana | public engagement with science; divulgación científica; science outreach; outreach | research | reputation
materials-characterization | Characterization of materials | Caracterización de materiales | surface analysis; análisis de superficies; material characterisation | materials | research
`;
