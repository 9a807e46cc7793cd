/// The words of languages other than English: the commonest verbs of reporting with those who speak and the words of grammar around them.
extension QuotationLexicon {
    static let german: [String: WordRole] = table([
        (
            both,
            """
            sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont betonten meinte meint meinten warnte warnt warnten kritisierte kritisiert fügte
            ergänzte ergänzt berichtete berichtet schrieb schreibt schrieben forderte fordert forderten teilte kündigte erläuterte erläutert behauptete behauptet
            antwortete antwortet fragte fragt äußerte äußert erzählte erzählt rief ruft stellte stellt verkündete verkündet bestätigte bestätigt versicherte
            versichert lobte lobt klagte klagt beklagte beklagt spottete spottet scherzte scherzt murmelte flüsterte entgegnete entgegnet erwiderte erwidert räumte
            räumt mahnte mahnt findet fand urteilte urteilt resümierte resümiert bilanzierte bilanziert erinnerte erinnert versprach verspricht fügt
            prognostizierte prognostiziert zitierte zitiert twitterte twittert postete postet konstatierte konstatiert argumentierte argumentiert unterstrich
            unterstreicht bekräftigte bekräftigt vermutete vermutet befand bedauerte bedauert schilderte schildert gestand gesteht verriet verrät appellierte
            appelliert sprach spricht schwärmte schwärmt jubelte jubelt frohlockte höhnte polterte wetterte ließ lautete hieß heißt
            """
        ),
        // „…“, so Anna Holt.
        ([.inverts, .reports], "so"), ([.subjectPronoun, .male], "er"), ([.subjectPronoun, .female], "sie"),
        ([.subjectPronoun], "wir man ich es"),
        (
            [.determiner],
            "der die das den dem des ein eine einen einem einer eines seine ihre sein ihr dieser diese dieses"
        ),
        (
            [.preposition],
            "in im am an auf bei beim von vom zu zum zur mit nach für aus gegen über unter laut seit um durch ohne vor zwischen wegen während"
        ),
        ([.conjunction], "und oder aber dass weil wenn als während obwohl denn sondern wie"),
        (
            [.auxiliary],
            "ist war sind waren wird werden wurde wurden hat haben hatte hatten kann können konnte muss müssen soll sollte will wollte sei seien wäre würde habe hätte"
        ),
        (
            [.office],
            """
            minister ministerin kanzler kanzlerin präsident präsidentin sprecher sprecherin chef chefin direktor direktorin leiter leiterin bürgermeister
            bürgermeisterin oberbürgermeister oberbürgermeisterin vorsitzende vorsitzender vorsitzenden professor professorin außenminister außenministerin innenminister
            innenministerin finanzminister finanzministerin verteidigungsminister ministerpräsident ministerpräsidentin bundeskanzler bundeskanzlerin bundespräsident
            senator senatorin abgeordnete abgeordneter politiker politikerin staatssekretär generalsekretär generalsekretärin parteichef parteichefin fraktionschef
            fraktionschefin experte expertin forscher forscherin wissenschaftler wissenschaftlerin arzt ärztin anwalt anwältin richter richterin trainer trainerin
            spieler spielerin kapitän torwart autor autorin schriftsteller schriftstellerin regisseur regisseurin schauspieler schauspielerin sänger sängerin
            geschäftsführer geschäftsführerin vorstand gründer gründerin unternehmer unternehmerin analyst analystin ökonom ökonomin historiker historikerin
            soziologe soziologin psychologe psychologin endokrinologe virologe ständerat ständerätin nationalrat nationalrätin regierungsrat stadtrat bundesrat
            pfarrer pfarrerin bischof lehrer lehrerin schüler schülerin student studentin polizist polizistin mann frau vater mutter sohn tochter zeuge zeugin
            manager managerin berater beraterin journalist journalistin redakteur redakteurin bewohner bewohnerin nachbar nachbarin dezernentin dezernent
            """
        ),
        (
            [.body],
            "polizei regierung ministerium partei gericht staatsanwaltschaft behörde unternehmen konzern verband gewerkschaft zeitung verein bank stadt stadtverwaltung agentur studie bericht feuerwehr"
        ),
        ([.time], "montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern abend morgen"),
        ([.courtesy, .male], "herr"), ([.courtesy, .female], "frau"), ([.courtesy, .abbreviation], "dr prof"),
        ([.abbreviation], "bzw z.b u.a ca st nr"), ([.nameParticle], "von van der zu"),
        (
            [.adverb],
            "auch dann später noch nun weiter zuvor bereits kürzlich wiederum jedoch allerdings selbst wahrscheinlich offenbar etwa"
        ),
        (
            [.labels],
            "nannte nennt nannten nennen genannt bezeichnete bezeichnet bezeichneten bezeichnen warf wirft kritisierte kritisiert lobte lobt"
        ),
    ])

    /// Ends of German words for people by what they are.
    static let germanCompounds = [
        "professor", "professorin", "minister", "ministerin", "chef", "chefin", "sprecher", "sprecherin", "präsident",
        "präsidentin",
        "direktor", "direktorin", "leiter", "leiterin", "experte", "expertin", "anwalt", "anwältin", "forscher",
        "forscherin", "trainer",
        "trainerin", "politiker", "politikerin", "vorsitzende", "vorsitzender", "sekretär", "sekretärin", "spezialist",
        "spezialistin",
        "vater", "mutter", "beauftragte", "beauftragter", "kandidat", "kandidatin", "meister", "meisterin", "mediziner",
        "medizinerin",
        "ökonom", "ökonomin", "analyst", "analystin", "kommissar", "kommissarin", "manager", "managerin", "berater",
        "beraterin", "abgeordnete",
        "abgeordneter", "inhaber", "inhaberin", "besitzer", "besitzerin", "führer", "führerin",
    ]

    static let french: [String: WordRole] = table([
        (
            both,
            """
            déclaré dit affirmé expliqué ajouté indiqué estimé précisé souligné annoncé assuré écrit confié répondu demandé affirme explique ajoute indique estime
            précise souligne assure rappelle rappelé regrette regretté martelé lancé appelle raconte lâche lâché sourit souri reconnaît reconnu dénonce dénoncé soupire
            soupiré confie répond demande conclut conclu tranche tranché résume résumé glisse glissé insiste insisté prévient prévenu plaide plaidé déplore déploré
            salue salué poursuit poursuivi lance note noté observe observé juge jugé soutient soutenu promet promis témoigne témoigné raconté réagi réagit ironise
            ironisé argumente argumenté commente commenté déclare annonce écrivait disait expliquait ajoutait indiquait avance avancé pointe pointé critique critiqué
            s'exclame s'interroge s'insurge s'indigne s'inquiète s'alarme s'agace s'amuse s'étonne s'emporte renchérit renchéri relève relevé détaille détaillé
            analyse analysé balaie balayé rétorque rétorqué réplique répliqué confirme confirmé avertit averti rapporte rapporté félicite félicité
            """
        ),
        ([.subjectPronoun, .male], "il"), ([.subjectPronoun, .female], "elle"),
        ([.subjectPronoun], "on nous ils elles je"),
        ([.determiner], "le la les un une des du son sa ses leur leurs ce cette cet ces l' notre nos"),
        (
            [.preposition],
            "de à en dans sur pour par avec sans chez sous vers au aux selon d' depuis entre contre après avant lors"
        ),
        ([.conjunction], "et ou mais que qui quand lorsque si car comme dont où"),
        ([.auxiliary], "a ont avait est sont était été avaient sera a-t-il a-t-elle ai aurait serait peut doit"),
        (
            [.office],
            """
            ministre président présidente directeur directrice maire porte-parole chef cheffe député députée sénateur sénatrice professeur professeure responsable
            secrétaire avocat avocate procureur procureure juge préfet préfète patron patronne dirigeant dirigeante fondateur fondatrice économiste historien
            historienne sociologue chercheur chercheuse médecin auteur autrice écrivain écrivaine journaliste réalisateur réalisatrice acteur actrice chanteur
            chanteuse entraîneur entraîneuse joueur joueuse capitaine sélectionneur candidat candidate ambassadeur ambassadrice commissaire général colonel
            habitant habitante témoin analyste expert experte spécialiste conseiller conseillère élu élue syndicaliste leader homme femme père mère
            """
        ),
        (
            [.body],
            "police gouvernement ministère parti tribunal parquet syndicat entreprise groupe société association journal quotidien agence mairie préfecture commission rapport étude"
        ),
        ([.time], "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui matin soir"),
        ([.courtesy, .abbreviation, .male], "m"), ([.courtesy, .abbreviation, .female], "mme mlle"),
        ([.courtesy, .abbreviation], "dr me"),
        ([.nameParticle], "de du la le des"),
        ([.adverb], "aussi ensuite encore également ainsi alors notamment toutefois lui-même elle-même"),
        (
            [.labels],
            "qualifie qualifié qualifiait dénonce dénoncé dénonçait appelle appelé fustige fustigé évoque évoqué parle"
        ),
    ])

    static let spanish: [String: WordRole] = table([
        (
            both,
            """
            dijo dice dijeron dicho afirmó declaró explicó añadió agregó señaló aseguró indicó sostuvo advirtió expresó manifestó comentó respondió preguntó anunció subrayó
            reconoció escribió denuncia denunció señala bromea bromeó cuenta contó recuerda recordó reconoce advierte explica afirma asegura añade insiste insistió
            lamenta lamentó replica replicó concluye concluyó pregunta responde zanjó apunta apuntó sentenció matiza matizó resume resumió relata relató confiesa
            confesó sostiene agrega critica criticó espetó espeta contestó contesta declara indica comenta expresa manifiesta anuncia destacó destaca precisó precisa
            opinó opina argumentó argumenta remarcó remarca reveló revela pidió pide exigió exige reiteró reitera celebró celebra aclaró aclara admitió admite
            enfatizó enfatiza puntualizó puntualiza detalló detalla alertó alerta considera consideró tuiteó publicó llamó llama calificó califica comparó
            señalado dicho afirmado explicado asegurado añadido indicado declarado manifestado subrayado destacado recordado lamentado reconocido insistido
            """
        ),
        ([.subjectPronoun, .male], "él"), ([.subjectPronoun, .female], "ella"), ([.subjectPronoun], "ellos ellas yo"),
        ([.determiner], "el la los las un una unos unas su sus este esta ese esa nuestro"),
        ([.preposition], "de en a para por con sin sobre desde hasta entre del al según tras ante contra durante"),
        ([.conjunction], "y o pero que porque cuando si como mientras aunque quien donde"),
        ([.auxiliary], "ha han había es son era fue será está están sido habían sería puede debe"),
        (
            [.office],
            """
            ministro ministra presidente presidenta director directora alcalde alcaldesa portavoz jefe jefa diputado diputada senador senadora secretario secretaria
            profesor profesora vicepresidente vicepresidenta consejero consejera juez jueza fiscal abogado abogada médico médica científico científica investigador
            investigadora experto experta economista historiador historiadora analista empresario empresaria fundador fundadora gerente entrenador entrenadora técnico
            jugador jugadora capitán piloto ingeniero ingeniera autor autora escritor escritora cantante actor actriz periodista líder candidato candidata embajador
            embajadora general coronel vecino vecina testigo hombre mujer padre madre coordinador coordinadora responsable canciller gobernador gobernadora
            """
        ),
        (
            [.body],
            "policía gobierno ministerio partido tribunal fiscalía empresa compañía grupo asociación sindicato diario periódico agencia ayuntamiento comisión informe estudio organización"
        ),
        ([.time], "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana tarde noche"),
        ([.courtesy, .abbreviation, .male], "sr"), ([.courtesy, .abbreviation, .female], "sra"),
        ([.courtesy, .abbreviation], "dr dra"),
        ([.courtesy], "don doña"),
        ([.nameParticle], "de del la los"),
        ([.adverb], "también luego además después asimismo así finalmente mismo misma"),
        (
            [.labels],
            "calificó califica llamó llama tildó tilda tachó tacha describió describe definió define comparó compara"
        ),
    ])

    static let italian: [String: WordRole] = table([
        (
            both,
            """
            ha detto dice disse detto spiega spiegato spiegò afferma affermato dichiara dichiarato aggiunge aggiunto sottolinea sottolineato racconta raccontato scrive
            scritto commenta commentato conclude concluso osserva osservato ricorda ricordato sostiene sostenuto annuncia annunciato risponde risposto chiede chiesto
            ribadisce ribadito precisa precisato assicura assicurato denuncia denunciato avverte avvertito replica replicato prosegue ammette ammesso rivela rivelato
            """
        ),
        ([.subjectPronoun, .male], "lui egli"), ([.subjectPronoun, .female], "lei"), ([.subjectPronoun], "loro io noi"),
        ([.determiner], "il lo la i gli le un uno una l' suo sua suoi questo questa"),
        (
            [.preposition],
            "di a da in con su per tra fra del della dei delle dello al alla dal dalla nel nella sul sulla secondo"
        ),
        ([.conjunction], "e ed o ma che perché quando se come mentre"),
        ([.auxiliary], "ha hanno aveva è sono era stato sarà"),
        (
            [.office],
            "ministro ministra presidente direttore direttrice sindaco sindaca portavoce capo deputato deputata senatore senatrice segretario segretaria professore professoressa premier giudice avvocato procuratore allenatore giocatore capitano autore scrittore regista attore attrice cantante giornalista medico ricercatore ricercatrice esperto economista leader"
        ),
        (
            [.body],
            "polizia governo ministero partito tribunale procura azienda società gruppo associazione sindacato quotidiano agenzia comune commissione"
        ),
        ([.time], "lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi"),
        ([.nameParticle], "di de del della"),
        ([.adverb], "anche poi ancora inoltre quindi stesso stessa"),
        ([.labels], "definisce definito definì chiama chiamato parla"),
    ])

    static let portuguese: [String: WordRole] = table([
        (
            both,
            """
            disse diz dizem disseram afirmou afirma explicou explica acrescentou acrescenta declarou declara contou conta destacou destaca ressaltou ressalta comentou
            comenta revelou revela garantiu garante lembrou lembra escreveu escreve completou completa concluiu conclui sublinhou sublinha adiantou adianta considerou
            considera defendeu defende referiu refere salientou salienta admitiu admite anunciou anuncia respondeu responde perguntou pergunta alertou alerta avisou
            frisou frisa observou observa criticou critica avaliou avalia relatou relata
            """
        ),
        ([.subjectPronoun, .male], "ele"), ([.subjectPronoun, .female], "ela"), ([.subjectPronoun], "eles elas eu"),
        ([.determiner], "o a os as um uma seu sua seus este esta esse essa"),
        (
            [.preposition],
            "de em para por com sem sobre desde até entre do da dos das no na nos nas ao à pelo pela segundo"
        ),
        ([.conjunction], "e ou mas que porque quando se como enquanto embora"),
        ([.auxiliary], "é são era foi será está tem têm tinha"),
        (
            [.office],
            "ministro ministra presidente presidenta diretor diretora prefeito prefeita porta-voz chefe deputado deputada senador senadora secretário secretária professor professora técnico treinador treinadora jogador jogadora capitão autor autora escritor cantor cantora ator atriz jornalista médico médica pesquisador pesquisadora especialista economista advogado advogada juiz juíza empresário governador líder piloto"
        ),
        (
            [.body],
            "polícia governo ministério partido tribunal empresa companhia grupo associação sindicato jornal agência câmara comissão"
        ),
        ([.time], "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo ontem hoje"),
        ([.nameParticle], "de da do dos das e"),
        ([.adverb], "também depois ainda além mesmo mesma"),
        ([.labels], "chamou chama classificou classifica definiu define descreveu descreve"),
    ])

    static let dutch: [String: WordRole] = table([
        (
            both,
            """
            zei zegt zeggen zeiden aldus vertelt vertelde verklaarde verklaart schrijft schreef meldt meldde vindt vond stelt stelde benadrukt benadrukte voegt
            reageert reageerde antwoordt antwoordde vraagt vroeg waarschuwt waarschuwde laat bevestigt bevestigde noemt noemde
            """
        ),
        ([.subjectPronoun, .male], "hij"), ([.subjectPronoun, .female], "zij ze"), ([.subjectPronoun], "wij we ik"),
        ([.determiner], "de het een zijn haar hun deze dit die"),
        ([.preposition], "in op van voor met naar bij uit over aan door tegen volgens na om"),
        ([.conjunction], "en of maar dat omdat als terwijl"),
        ([.auxiliary], "is was zijn waren heeft hebben had kan moet wil zal wordt werd"),
        (
            [.office],
            "minister premier president voorzitter directeur burgemeester woordvoerder woordvoerster hoogleraar staatssecretaris wethouder advocaat rechter trainer coach aanvoerder speler schrijver schrijfster onderzoeker onderzoekster arts econoom journalist"
        ),
        ([.body], "politie regering ministerie partij rechtbank bedrijf krant vakbond gemeente"),
        ([.time], "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag"),
        ([.nameParticle], "van de der den ten ter het"),
    ])

    static let polish: [String: WordRole] = table([
        (
            both,
            """
            powiedział powiedziała powiedzieli mówi mówił mówiła mówią dodał dodała dodaje podkreślił podkreśliła podkreśla wyjaśnił wyjaśniła wyjaśnia zaznaczył zaznaczyła
            zaznacza stwierdził stwierdziła stwierdza ocenił oceniła ocenia poinformował poinformowała informuje przyznał przyznała przyznaje tłumaczył tłumaczyła tłumaczy
            wyznał wyznała wyznaje twierdzi twierdził twierdziła zapewnił zapewniła zapewnia napisał napisała pisze oświadczył oświadczyła opowiada opowiedział
            zauważył zauważyła zauważa przekonuje przekonywał przypomniał przypomina wskazał wskazuje podał podała podaje ucina uciął komentuje skomentował
            zapowiedział zapowiada apeluje apelował odpowiedział odpowiada pyta zapytał żartuje relacjonuje krytykuje
            """
        ),
        ([.subjectPronoun, .male], "on"), ([.subjectPronoun, .female], "ona"), ([.subjectPronoun], "oni my ja"),
        ([.preposition], "w we na z ze do od po o u przez dla przed nad pod przy za według"),
        ([.conjunction], "i oraz ale a że bo gdy jeśli który która które"),
        ([.auxiliary], "jest są był była było byli będzie może"), ([.determiner], "ten ta to nasz jego jej"),
        (
            [.office],
            "minister premier prezydent prezes dyrektor rzecznik rzeczniczka prezydentka poseł posłanka senator burmistrz wójt wojewoda marszałek przewodniczący przewodnicząca szef szefowa profesor trener trenerka piłkarz piłkarka kapitan menedżer agent autor autorka pisarz dziennikarz dziennikarka prezenterka aktor aktorka lekarz lekarka ekspert ekspertka adwokat prokurator sędzia ekonomista właściciel komendant informator"
        ),
        ([.body], "policja rząd ministerstwo partia sąd prokuratura firma klub gazeta agencja portal"),
        ([.time], "poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela wczoraj dziś dzisiaj"),
        ([.adverb], "nam także również potem jeszcze też sam sama nawet"),
        ([.labels], "nazwał nazwała nazywa określił określiła określa"),
    ])

    static let russian: [String: WordRole] = table([
        (
            both,
            """
            сказал сказала сказали говорит говорил говорила заявил заявила заявили отметил отметила отмечает отмечают добавил добавила добавляет подчеркнул подчеркнула
            подчеркивает сообщил сообщила сообщили сообщает пишет пишут написал написала рассказал рассказала рассказывает объяснил объяснила объясняет пояснил пояснила
            поясняет считает уточнил уточнила признался признала признал утверждает предупредил ответил ответила спросил уверен уверена продолжает цитирует передает
            """
        ),
        ([.subjectPronoun, .male], "он"), ([.subjectPronoun, .female], "она"), ([.subjectPronoun], "они мы я"),
        ([.preposition], "в во на с со по о об от до для из у к за при без под над"),
        ([.conjunction], "и а но что как если когда который которая"),
        ([.auxiliary], "был была было были будет"),
        (
            [.office],
            "министр премьер президент директор председатель глава губернатор мэр депутат сенатор посол представитель секретарь пресс-секретарь генерал полковник профессор эксперт аналитик политолог экономист тренер игрок капитан автор писатель журналист корреспондент актер актриса адвокат прокурор судья врач"
        ),
        ([.body], "полиция правительство министерство партия суд прокуратура компания газета агентство издание"),
        ([.time], "понедельник вторник среду четверг пятницу субботу воскресенье вчера сегодня"),
    ])
}
