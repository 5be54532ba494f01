/** Health, care and wellbeing. */
export const health = `
health | Health care | Atención sanitaria | healthcare; sanidad; hospital; clinic; clínica; health service; servicios de salud; salud; health
nursing | Nursing | Enfermería | nurse; enfermero; registered nurse; nursing student | health | skills
critical-care-nursing | Critical-care nursing | Enfermería de cuidados críticos | intensive care; cuidados intensivos; ICU nurse; UCI | nursing | skills
midwifery | Midwifery | Matronería | midwife; matrona | nursing | skills
medicine | Medicine | Medicina | physician; médico; doctor; medical practice; resident physician | health | skills
surgery | Surgery | Cirugía | surgeon; cirujano; operating room; quirófano | medicine | skills
primary-care | Primary care | Atención primaria | family medicine; medicina de familia; general practitioner | medicine | skills
paediatrics | Paediatrics | Pediatría | pediatrics; paediatrician; pediatra; child health | medicine | skills
geriatrics | Care of older people | Atención a personas mayores | geriatrics; geriatría; elderly care; eldercare; ageing; envejecimiento; residencia de mayores | health | skills
mental-health | Mental health | Salud mental | psychiatry; psiquiatría; counselling; psychological support; apoyo psicológico; therapist; wellbeing; bienestar | health | skills
oncology | Oncology | Oncología | cancer care; cáncer; cancer; oncologist | medicine | skills
cardiology | Cardiology | Cardiología | cardiologist; heart disease | medicine | skills
emergency-care | Emergency care | Atención de urgencias | paramedic; emergency medicine; urgencias; técnico en emergencias; ambulance; first aid; primeros auxilios | health | skills
physiotherapy | Physiotherapy | Fisioterapia | physical therapy; physiotherapist; fisioterapeuta; rehabilitation; rehabilitación | health | skills
occupational-therapy | Occupational therapy | Terapia ocupacional | occupational therapist; terapeuta ocupacional | health | skills
speech-therapy | Speech therapy | Logopedia | speech therapist; logopeda | health | skills
nutrition | Nutrition | Nutrición | dietitian; dietista; dietetics; nutricionista | health | skills
pharmacy | Pharmacy | Farmacia | pharmacist; farmacéutico; pharmacy technician | health | skills
pharmacology | Drug development | Desarrollo de fármacos | pharmaceutical; industria farmacéutica; pharmacology; farmacología; drug discovery; medicamento | health | research
clinical-trials | Clinical trials | Ensayos clínicos | clinical trial; ensayo clínico; clinical research; investigación clínica; study nurse | research | research
dentistry | Dentistry | Odontología | dentist; dentista; dental hygiene; higiene dental | health | skills
optometry | Optometry | Optometría | optician; óptico optometrista | health | skills
radiography | Radiography | Radiología | radiology; radiographer; técnico en radiodiagnóstico; medical imaging; imagen médica | health | skills
medical-laboratory | Medical laboratory | Laboratorio clínico | clinical laboratory; medical technologist; análisis clínicos; pathology; anatomía patológica | health | skills
public-health | Public health | Salud pública | epidemiology; epidemiología; prevention programme; health promotion; promoción de la salud; vaccination; vacunación | health | skills
health-management | Health-care management | Gestión sanitaria | hospital management; gestión hospitalaria; health administration | management | skills
patient-safety | Patient safety | Seguridad del paciente | infection control; control de infecciones; clinical quality | health | knowledge
care-work | Care work | Cuidados | caregiver; cuidador; home care; atención domiciliaria; care assistant; auxiliar de enfermería; nursing assistant | health | skills
disability-support | Support for people with disabilities | Apoyo a personas con discapacidad | disability; discapacidad; special needs; assistive technology; tecnología de apoyo | | skills
social-work | Social work | Trabajo social | social worker; trabajador social; community services; servicios sociales | | skills
child-care | Child care | Atención infantil | nursery; guardería; early childhood; educación infantil; educador infantil | | skills
sports-science | Sports science | Ciencias del deporte | sport; deporte; entrenador deportivo; athletic training | health | skills
clinical-placement | Clinical placements | Prácticas clínicas | clinical rotation; rotación clínica; clinical training place; teaching hospital; hospital universitario; clinical placement; prácticas hospitalarias | internship | access
simulation-training | Clinical simulation | Simulación clínica | simulation lab; simulation centre; centro de simulación; patient simulator; maniquí clínico | training | facilities
medical-coding | Medical coding and billing | Codificación y facturación médica | medical coding; clinical coding; codificación clínica; medical billing | health | skills
`;
