/** What universities, schools and employers do for each other. */
export const education = `
students | Students | Estudiantes | student; estudiante; alumno; undergraduate; alumnado; student group | | people
graduates | Graduates | Personas graduadas | graduate; graduado; recent graduate; recién titulados; titulado; egresado; new graduate | talent-pipeline | talent
alumni | Alumni | Antiguos alumnos | alumna network; alumni network; red de antiguos alumnos; exalumno; alumnus | | people
internship | Internships | Prácticas en empresa | intern; internship; becario; prácticas; prácticas profesionales; work placement; student placement; summer job; micro-internship; pasante; pasantía; prácticas remuneradas; prácticas curriculares; placement | talent-pipeline | talent
apprenticeship | Apprenticeships | Formación en alternancia | apprentice; aprendiz; dual training; formación dual; FP dual; co-op; cooperative education; work-study | talent-pipeline | talent
trainee-programme | Trainee programme | Programa de incorporación de graduados | graduate programme; trainee; graduate scheme; rotational programme; programa de talento joven | graduates | talent
talent-pipeline | Talent pipeline | Cantera de talento | pipeline of candidates; talent pool; bolsa de talento; bolsa de empleo; talent gap; escasez de talento; shortage of staff; falta de personal | recruiting | talent
part-time-work | Part-time work | Trabajo a tiempo parcial | part-time job; student job; media jornada; working student | | talent
mock-interview | Practice interviews | Entrevistas de práctica | mock interview; simulacro de entrevista; interview practice; simulated interview; ensayo de entrevista | career-guidance | mentoring
cv-writing | CV writing | Elaboración de currículum | CV clinic; résumé; resume writing; CV review; revisión de currículum | career-guidance | mentoring
career-guidance | Career guidance | Orientación profesional | career service; career centre; career advice; orientación laboral; career counselling; career center; salida profesional | | mentoring
employability | Employability | Empleabilidad | job readiness; inserción laboral; work readiness; first job; primer empleo | career-guidance | training
mentoring | Mentoring | Mentoría | mentor; tutoring; tutoría; tutor; mentoring programme; programa de mentoría | | mentoring
coaching | Coaching | Coaching | executive coaching; coaching ejecutivo; team coaching | mentoring | mentoring
teaching | Teaching | Docencia | teacher; profesor; docente; lecturer; professor; enseñanza; profesorado; faculty | | people
guest-lecture | Guest talks | Charlas invitadas | guest lecture; guest speaker; guest talk; ponente; ponente invitado; charla; conferenciante; panel discussion; mesa redonda; clase magistral; masterclass; speaker series; invited talk | teaching | people
adjunct-teaching | Adjunct teachers | Profesorado asociado | adjunct professor; adjunct faculty; profesor asociado; practitioner teacher; industry lecturer | teaching | people
curriculum | Curriculum | Plan de estudios | curriculum design; curriculum development; course content; syllabus; diseño curricular; programa de estudios; curricular; curriculum advice | teaching | knowledge
advisory-board | Advisory board | Consejo asesor | industry advisory board; consejo social; curriculum board; advisory council | | people
case-study | Case studies | Casos de estudio | case study; caso práctico; real case; caso real; teaching case; real-world problem; real problem; problema real | teaching | projects
student-projects | Student projects | Proyectos de estudiantes | student project; proyecto de estudiantes; student team; equipo de estudiantes | | projects
capstone | Final-year projects with a partner | Proyectos finales con empresa | capstone; capstone project; senior project; industry project; proyecto con empresa; student consulting; proyecto con empresas | student-projects | projects
final-project | Thesis projects | Trabajos de fin de grado y máster | thesis; bachelor thesis; master's thesis; trabajo de fin de grado; TFG; TFM; trabajo fin de máster; final degree project; dissertation; tesis; proyecto de fin de grado; proyecto fin de carrera | student-projects | projects
hackathon | Student challenges | Retos para estudiantes | hackathon; hackatón; student challenge; challenge day; student competition; concurso de estudiantes; reto; datathon | student-projects | projects
student-club | Student clubs | Asociaciones de estudiantes | student association; asociación estudiantil; student society | students | access
job-shadowing | Shadowing at work | Acompañamiento en el puesto | job shadowing; shadow day; shadowing; externship; observación en el puesto; work shadowing | | access
staff-exchange | Staff exchange | Intercambio de personal | secondment; staff mobility; faculty externship; estancia en empresa; industrial stay; exchange of staff; sabbatical in industry; intercambio de profesionales | | people
joint-appointment | Joint appointments | Plazas compartidas | joint appointment; shared position; cátedra compartida; endowed chair; cátedra de empresa; cátedra | | people
site-visit | Site visits | Visitas a instalaciones | site visit; plant visit; visita a la planta; visita a empresa; plant tour; open day; jornada de puertas abiertas; company visit; factory tour; field trip | | access
training | Training | Formación | course; curso; training programme; programa de formación; capacitación; trainer; formador | | training
staff-training | Training of staff | Formación de plantilla | employee training; in-company training; formación in company; formación de empleados; training for employees; corporate training; learning and development; formación interna | training | training
workshop | Workshops | Talleres | workshop; taller; seminar; seminario; bootcamp; hands-on session; short course; curso corto | training | training
upskilling | Upskilling and reskilling | Actualización de competencias | upskilling; reskilling; recualificación; retraining; actualización profesional; skill gap; brecha de competencias; skills gap | training | training
continuing-education | Continuing education | Formación continua | lifelong learning; aprendizaje permanente; executive education; formación permanente; formación ejecutiva; professional development; desarrollo profesional; adult education | training | training
certification | Certificates | Certificados | certificate programme; certification; certificación; microcredential; microcredencial; micro-credential; badge; professional certificate | training | training
online-learning | Online learning | Formación en línea | e-learning; elearning; MOOC; distance learning; formación a distancia; virtual campus; campus virtual; online course; curso en línea | training | training
degree-programme | Degree programmes | Titulaciones | bachelor's degree; master's degree; grado universitario; máster; degree; titulación; postgraduate; posgrado | training | training
vocational-training | Vocational training | Formación profesional | vocational education; FP; ciclo formativo; trade school; technical college; community college | training | training
instructional-design | Design of learning | Diseño instruccional | instructional design; learning design; learning materials; material didáctico; educational technology; tecnología educativa | teaching | skills
educational-research | Research on education | Investigación educativa | pedagogy; pedagogía; didactics; didáctica | research | research
stem-outreach | Science and technology for schools | Vocaciones científicas | STEM outreach; STEM education; vocaciones STEM; school visits; STEM; secondary school; instituto de secundaria | | reputation
scholarship | Scholarships | Becas | scholarship; beca; bursary; tuition support; ayuda al estudio; student grant; tuition reimbursement; fellowship | funding | funding
sponsorship | Sponsorship | Patrocinio | sponsor; patrocinador; mecenazgo; naming rights; patrocinio de eventos | funding | funding
donation | Gifts and donations | Donaciones | donation; donación; gift; philanthropy; filantropía; endowment; in-kind donation; fundraising; captación de fondos | funding | funding
funding | Funding | Financiación | budget; presupuesto; co-funding; cofinanciación; seed funding; matching funds; capital semilla | | funding
facilities | Rooms and facilities | Espacios e instalaciones | facility; instalación; classroom; aula; meeting room; sala de reuniones; auditorium; office space; espacio de oficina; coworking; venue; event space; training room; salón de actos | | facilities
equipment | Equipment | Equipamiento | device; aparato; machinery; maquinaria; instrument; instrumental; equipamiento técnico; test equipment
equipment-loan | Loan of equipment | Préstamo de equipos | equipment loan; loan of equipment; cesión de equipos; shared equipment; equipment donation; préstamo de equipamiento; cesión de equipamiento | equipment | equipment
makerspace | Makerspace | Taller de fabricación digital | makerspace; fab lab; fablab; maker space; prototyping workshop | facilities | facilities
living-lab | Place to try things out | Espacio de pruebas | living lab; test bed; testbed; banco de ensayo; sandbox; laboratorio vivo; pilot site; demonstration site | facilities | facilities
pilot | Pilot projects | Proyectos piloto | pilot; piloto; pilot project; proyecto piloto; pilot test; prueba piloto; early adopter; beta test | | projects
introductions | Introductions and contacts | Presentaciones y contactos | introduction; networking; red de contactos; contact network; business contact; networking event | | access
campus-access | Access to the campus | Acceso al campus | campus event; campus recruiting; campus; campus day; on-campus event; reclutamiento en el campus | | access
international-exchange | Study and work abroad | Movilidad internacional | Erasmus; study abroad; exchange student; student mobility; intercambio internacional; international students; estudiantes internacionales | students | people
research-fellow | Industry fellows | Estancias de investigación | industry fellow; visiting researcher; investigador visitante; visiting scholar; fellow in residence | research | people
service-contracts | Services of the university | Servicios universitarios | scientific service; servicio científico-técnico; technical service; testing service; core facility | | facilities
`;
