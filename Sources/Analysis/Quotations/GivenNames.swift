/// The gender that a given name tells, for names that nearly only men or nearly only women have.
///
/// The names are those of Faker (https://github.com/joke2k/faker, MIT) for thirty countries.
enum GivenNames {
    /// Whether a given name in small letters is a woman's; nil where the name does not tell.
    static func isFemale(_ name: String) -> Bool? {
        if women.contains(name) { return true }
        return men.contains(name) ? false : nil
    }

    /// Whether a word in small letters is a given name that tells a gender.
    static func contains(_ name: String) -> Bool { isFemale(name) != nil }

    private static let men = Set(maleNames.split(separator: " ").map(String.init))
    private static let women = Set(femaleNames.split(separator: " ").map(String.init))

    private static let maleNames = """
        aadi aage aapo aarav aarnav aarne aaro aaron aarush aarón aatos aayush abbas abdirahman abdiş abdul abdulbekir abdulgazi \
        abdulkadir abdullah abdullahi abdulmenaf abdulsemet abdurrahman abdón abdülahat abdülcemal abdülhadi abdülkerim abdülsamed \
        abdürreşit abeer abel abelardo abhimanyu abhiram abid abilio abner abraham abram abuzar abyasa acar achiel achille achim aclan \
        adak adalbert adalberto adam adamo adasal adelardo adelbert adelin adelmo adem adhiarja adi adiarja adika adikara adinata adis \
        aditya adlan admir adnan adolf adolfo adonis adriaan adrian adriano adrien adrián advaith advay advik adán adıgün aedan afer \
        afonso afrim agapito agastya agim agne agnolo agnos agostino agron agus agustin agustín ahat ahmad ahmed ahmet ahsen ahti aidan \
        aiden aimo aimé aitor ajan ajiman ajimat ajimin ajiono akalan akar akarsana akatay akbaş akboğa akcivan akdora akdurmuş akgöl aki \
        akif akkerman akmaner aksay aksel akseli akshay aksöğüt aktemür akver akçabay akçasu aköz akınal alaaddin aladino alaeddin alain \
        alambana alamiro alan alanalp alastair alattin alban albano albeiro alberico albert alberto albin albino albrecht alcan alcides \
        aldair aldemar alderano aldin aldo alec alejandro alejo aleks aleksandar aleksander aleksandr aleksanteri aleksej aleksi alen \
        aleodor alessandro alessio alex alexandar alexander alexandr alexandre alexandros alexandru alexe alexei alexej alexi alexis aleš \
        alf alfio alfons alfonso alfred alfredo algot aliabbas aliihsan alin alirio aliro aliseydi alistair alistar alister alkor allan \
        allen almir almus alois alonso aloys alparslan alpcan alphons alphonse alpin alpsü altin altoğan altuğ altınkaya altınışın alvar \
        alvaro alve alveiro alvin alwin amadeo amadeus amado amador amancio amando amar amaro amaru amaç ambrosio amedeo amedeu amico \
        amin amir amleto amol among amza américo amílcar anacleto anas anastasio anastasios anatol anatoli anatolie anatolij anay ancizar \
        anders anderson andiç andor andre andreas andree andrei andrej andres andrew andrey andri andrian andrija andrin andrzej andrás \
        andré andréas andrés andy anes angel angelino angelo anggabaya anghel angus anirudh anmol annak annibale anom ansaldo anselm \
        anselmo ansgar ansh anssi antal ante antero anthony antim anto antoin antoine anton antonello antoni antonino antonio antonios \
        antoniu antonius antony antonín antoon antti antun antónio antônio anyelo aníbal aodhan apaydın apolinar apollo apostolos aquiles \
        aran arben arbey arbnor arcan arda ardian ardit argemiro argono argu ari arian aribert arie arif arifcan arild arin aris aristide \
        aristides arjun arkadiusz arkut arley arlind armand armando armas armend armin arnaldo arnaud arnd arndt arne arnfried arnim arno \
        arnold arnoldo arnošt arnulf arnulfo aron arpağ arran arron arsenie arsenio arsim arsipatra artan artanto artawan artemio arthur \
        arto arttu artturi artur arturo aru arvid arvo aryan arıel arıkol arısoy asafe asalet asbjørn asdrubal asger asirwada asirwanda \
        asko aslanhan aslijan asmadi asman asmianto asmuni assar aston astrit aswani asım atagün atalay atasagun atatöre atenulf atgun \
        athanasios atharv atilhan atilio atma atmaja atnan atte attila atılgan august augustin augusto aukusti aulis aurel aurelian \
        aureliano aurelio aurică austin avelino avi avram avşin axel axinte ayaan ayaydın aybora ayden aydinç aydınbey aygutalp aykutalp \
        ayman ayoub aypar aysoy aytek aytuna ayush ayushman ayvas ayşan azaan azad azeglio azettin aziz açıkel ağakişi ağmur aşir baba \
        baccio bachittar bagas bagiya bagus bagya bahaddin bahadurjit bahittin bahuraksa bahuwarna bahuwirya bailie bairon bajragin \
        bajram bakda bakhshi baki bakiadi bakianto bakidin bakijan bakiman bakiono bakti baktiadi baktianto baktiono bala balamantri \
        balangga balapati balatekin baldassare baldomero balduino baldur balendra balhaar bali balidin balijan baljiwan baltasar baltazar \
        baltaş balthasar balvan balveer balz balázs bambang banara banawa banawi bancar banjeet baptist barak barbu baris bariş barna \
        barnabás barry barsen bart bartek bartholomäus bartolomeo bartolomeu bartolomé barışcan bas basarab bashkim basil basilio \
        bastiaan bastian bastián basım baturay batırhan baudelio bautista baydu baykan bayman bayram bayron bayruhan baytal bayzettin \
        bağdaş başay başhan başok beat beau bebe beda bedi bedri bedřich behrem bekbay bekim bekir bektaşi bela belarmino belisario \
        bellisan ben bence bendegúz benedek benedetto benedict benedicto benedikt bengibay bengt beni beniamin benicio benigno benito \
        benjamim benjamin benjamín benjámin benn benno benny benoit benol benone benoît bent bento benvenuto benício beppe berat beren \
        berend berkal berki berksay bernabé bernard bernardino bernardo bernd berndt bernfried bernhard bernt bernward berran bert \
        bertalan berthold bertil berto bertold bertram bertrand besart besim besin besnik beyda beyler beyzade biagio bican bilal \
        bilender bilgen bilgütay bill billy biltaş binbaşar binışık birger birsen bişar bjarne bjorn björn bjørn bladimir blahoslav \
        blaine blake blas blerim boaz bob boban bobby bodo boe bogdan bohumil bohumír bohuslav bojan boleslav bonifacio borahan borataş \
        boris borja borris borys botond boynak bozbağ bozerk boztaş boğatimur bořivoj božo brad bradley brady brahim bram brandon \
        branislav branko braulio brayan breandan brecht brendan breno brent brett brian briek brijesh bror bruce bruno bryan bryce brăduț \
        bucur budi buenaventura buhari bujar bulunç burak burakhan burckhard burghard burim burkard burkhard burkhardt burç buyrukhan \
        byron bálint béla börje börteçin bøje børge büget bünyamün bănel błażej břetislav cabir cagak cager cahal cahir cahya cahyadi \
        cahyanto cahyo cahyono cailum caio caius caket cakrabirawa cakrabuana cakrajiya cakrawala cakrawangsa cal calcedonio caleb calebe \
        calisto calixto callan callum calogero calum calvin cameron camil camillo camilo campo can canal canberk candelario candeniz \
        candra candrakanta cangür cansin cantemir cantez caoimhin caolain caolan caomhan capa caraka carl carlito carlo carlos carmelo \
        carsten carter carub cas casemiro casian caspar casper cathal catur caturangga cauã cauê cavit cawisadi cawisono cawuk cayadi \
        cayetano cazimir cebesoy cebrián cecep cecilio cedric cedrin ceferino celal celestino celilay celso cem cemal cemalettin cemani \
        cemeti cemil cemplunk cenan cengiz cengkal cengkir cercis cesar cesare cetin cevheri cezar cezary cezayir chad chaitanya \
        chakradev chakradhar champak chanakya chandra chandran chandresh charan charles charlie chase chatresh chatura che chema chris \
        christer christiaan christian christof christofer christoffer christoph christophe christopher christos chucho chuy cianan ciaran \
        cihandide cillian cindoruk ciprian cipriano ciriaco cirillo cirino ciro ciríaco claas claes clarence clark clas claudio claudiu \
        claudius claus clavs clayton clemens clemente cleto clifford clinton clive clodomiro cláudio clímaco codin codrin codruț cody \
        cole colin collin colm colton coluccio colum conal conall conan conchur conn connor conor conrad conrado constant constantin cord \
        corey coriolano cormac cornel cornelio cornelis corneliu cornelius corrado corsin corvin cory cosimo cosme cosmin costache \
        costantino costanzo costel costin coşkun craig crin cristea cristhian cristhofer cristian cristiano cristián cristobal cristofer \
        cristofor cristopher cristóbal csaba csongor ctibor ctirad cuman curdin curro curt curtis custodio cyprian cyriel cyril cyrill \
        czeslaw cándido cédric césar cüneyit călin cătălin daan dacian dacin dadap dadi dag dagel dagobert dagoberto dairo dakota daksh \
        dakshesh dalan dalbir dale dalibor daliman dalimin daliono dalkılıç dalton damar damian damiano damien damir damián damjan damon \
        damu dan danang dani daniel daniele danijel danilo daniswara daniël danny dante danu danuja dany danış dardan dariati darijan \
        darimin darin dario darius dariusz darko darmaji darman darmana darmanto darpan darrell darren darryl darsh darsirah dartono daru \
        daruna darwin daryani daryl darío dasa dave davi david davide davor davy dawid dayar dağistan deaglan dean deane decebal declan \
        deiby dejan delfino delfín delil demetrio demian demirbüken demiriz demirok demiryürek denis denizalp denkel dennis denny derek \
        derkay dermot derrick desiderio desmond detlef detlev dev devansh devin deviner devon dex dezső değmeer dhruv diar diarmuid dick \
        didier diederik diedrich diego dierk dieter diethard diethelm diether dietmar dietrich digdaya diken dilan dilder dillon dimas \
        dimaz dimitri dimitrios dincer dinis dino dinu dinçkol dinçsü diogo dion dionigi dionisio dipa dirican dirja dirk dirlik ditmar \
        dittmar dobroslav dodo dogan dolun dom domagoj domenic domenico domhnall domingo domingos dominic dominik don donal donald donat \
        donatello donato dono dorel dorian dorin dorinel doru dorukhan douglas doğanalp doğanşah doğuhan dragan drago dragoș dragutin \
        drahoslav drajat dražen drew dries drilon driton duane duarte dubán ducu duilio duje dumitru duncan duracan durante durdali \
        durmuşali dursun duruk duruöz dusan dustin duuk duván dušan dwayne dwi dylan dylano dániel dávid dénes dölensoy dündaralp eamon \
        eamonn earl eba ebbe eberhard eberhardt ebuakil ecemiş eckard eckart eckehard eckhard eckhardt eckhart eddie eddy edelbert \
        edelmiro eder edgar edgard edgardo edgübay edi edier edilberto edilson edin edinson edison edisson edmond edmund edmundo edoardo \
        edon edouard edson edu eduar eduard eduardo edvard edvin edwar edward edwin eelis eemeli eemil eerik eero eetu efe eflâtun efrain \
        efraín efrén efser eftimie ega egbert eggert egil egon egzon ehrenfried ehrhard eider einar einari einer eino eirik eitel eithan \
        eivind eja ekalinga ekansh ekapad ekaraj ekavir ekbal ekber ekkehard ekkehart ekmel eko ekrem eladio eleazar elemér eleodoro \
        eleuterio elhan elian elias eliecer eligio elijah elio elis eliseo elkin elladio elliot elliott elmar elmer elmeri elmo elnur \
        elof elon eloy elpidio elton eluh elver elvin elvis elyas elías elöve eman emanoil emanuel emanuele emanuil emas embuh emerson \
        emiel emigdio emil emile emilian emiliano emilio emin emir emiro emirşan emmanuel emmerich emmet emmett emong empluk emre \
        emrullah enar enda endra endre endrit enea enes engelbert engin enginiz enis ennio enno enrico enrique ensar ensari ensio enteng \
        enver enzio enzo eoghan eoin epifanio eral eraldo erasmo eraycan erbil ercan ercihan erdal erdemer erdibay erdogan erdursun \
        eremia eren erenalp erensoy ergener erginel ergönül ergün erhard erhardt eric erich erick erik erinçer erion erkan erkinel erkki \
        erksoy erkılıç erland erling ermanno ermenegildo ermes ermutlu ernest ernesto ernst ernő erol eroğul ersel erseç ertan erten \
        ertuncay ertün ervin erwin eryk eryıldız eröz erşat esa esben esenbay esentürk eskil eskinalp esko esneider espartaco espen \
        espiridión esteban estiawan estiono estiven ethan etienne ettore euan eugen eugene eugenio eugène eulogio eunan eusebio eusebiu \
        eustaquio eustațiu eutimio eutropio evald evan evangelos evaristo evcimen evelio ever evert evrimer ewald ewan exequiel eydan \
        eyyüp ezequiel ezgütekin ezio eşref faas faber fabian fabio fabián fabrice fabricio fabrizio facundo fadil fahrullah falan falk \
        falko fami faqid faraj faras farhan farid fariq faris faruk fatih fatmir faton faustino fausto fazul feargal fearghal fedde \
        fedele federico federigo fedor fehim felice feliciano felipe felix fenni ferat ferdi ferdinand ferdinando feremez ferenc fergal \
        fergus ferihan fermín fernand fernando ferney ferre fersan ferzi fetullah feyruz feza fidel filip filipe filippo filit finbar \
        finn fintan fiodor fionntan fiorenzo fiorino fisnik fitan fitim fito fiyaz flamur flavio flaviu flemming florea florencio florent \
        florentin florentino florian floridor florim florin floris flurin folke folker folkert fortunato frado francesco francis francisc \
        francisco franciscus franciszek franck franco franjo frank franklin franky frans františek franz françois frazer fred freddy \
        frede frederic frederick frederico frederik fredi fredo fredric fredrik fredy fridolin friedbert friedemann frieder friedhelm \
        friedhold friedo friedrich frithjof fritz frode froilán fryderyk frédéric fulgencio fulvio fuzuli fynn fábio félix gabino gabor \
        gabriel gabriël gada gadang gading gaduh gael gaetano gagan gaiman galak galang galar galasso galih galiono galip gallego galo \
        galuh galur galvarino gaman gamani gamanto gambira gamblang ganda gandewa gandi ganep gangsa gangsar gani ganjaran gantar gara \
        garan garang garda gareth garrett garry gary gaspar gaspare gaston gastone gastón gatot gatra gaurang gaurav gautam gavin gazel \
        gazmend gebhard geert geir gelu genaro gencaslan gene gennaro gençay geoffrey georg george georgel georges georgian georgios \
        geovanny gerald geraldo gerard gerardo gerardus geray gereon gerfried gergely gergő gerhard gerhardt gerhart german germán gernot \
        gero gerold gerolf geronimo gerrit gerry gerson gert gervasio gerwin gerónimo ghani ghenadie gheorghe gheorghiță ghislain ghiță \
        giacinto giacobbe giacomo giampaolo giampiero gian giancarlo gianfrancesco gianfranco gianluca gianluigi gianmarco gianni \
        gianpaolo gianpietro gicu gică giel gijs gil gilang gilbert gilberto gildardo giles gilles gillis gino ginyas gioacchino \
        gioachino gioele gioffre gion gionata giorgian giorgio giosuè giovanni giovanny girik girindra girish girolamo gisbert giuliano \
        giulio giuseppe giustino giz glauco glen glenn godofredo goffredo gonzalo gonçalo gopal goran gordon gorm gottfrid gottfried \
        gotthard gotthilf gotthold gottlieb gottlob goyo graciano graeme graham grant graziano grațian greco greg greger gregg gregor \
        gregorian gregorio gregory grigore grzegorz grégoire guarino guenter guenther guglielmo guido guilherme guillaume guillermo \
        guiseppe gumercindo gunar gunbir gundolf guneet gunnar gunner gunter gunther guntram gust gustaaf gustaf gustav gustavo gustaw \
        gusztáv guus guy gyula györgy győző gzim gábor gérard géza gökay gökbudun göken gökhan göknur göksev gökten gökçebalan gökçil \
        gönen göran görgünay görklü gösta göte götz gözel gücal gülağa gülel güleğen gülşahin gümüştekin günaydin günden gündüzalp güneri \
        güngördü günkurt günser günter günther günşen gürarda gürelcem gürsal güçal güçlüer güçyeter haciali hadi hagen hairyanto hajo \
        hakan hakikat halidun halil halim haluk hami hamid hamish hampus hamza hamzah hanedan hannes hanni hanno hanns hannu hans \
        hansgeorg hansjoachim hansjörg hansjürg hansjürgen hanspeter hansruedi hansueli haralamb haralambie harald hardana hardi hardik \
        hardy hari harimurti haris harish hariz harja harjasa harjaya harjo harm harol harold haroldo harri harrison harro harry harsana \
        harsanto harsaya harsh harshil hartaka hartana hartmut hartmuth harto hartwig harun harvey hasan hasbek hasim hassan hasso hasta \
        hatem hayali hayden hayret hazrat hector heikki heiko heimo heiner heinfried heini heino heinrich heinz heitor hekmet helfried \
        helge heliodoro hellmut hellmuth helmar helmer helmut helmuth hemang hendra hendri hendrik henk henner henning henri henric \
        henricus henrik henrikki henrique henry henryk heraclio heraldo herbert herberto heribert heriberto herman hermann hermanni \
        hermenegildo hermes herminio hernando herney hernán herrmann heru herwig heryanto heyvetullah hidde hidir hilario hilding hilmar \
        himawan hindal hinrich hipólito hitesh hiçsönmez hjalmar hjalte holger holm homero honoré horacio horațiu horea horia horst \
        horymír howard hredhaan hritik hrvoje hubert hubertus hudavent hugh hugo hugues humberto hunalp hunor hunter huzuri hynek håkan \
        håkon håvard héctor hükümdar hürdoğan hüryaşar hüseyin hüsmen hıfzullah iacob iain ian iancu ianis ibrahim ibrani ibun ibán idriz \
        idık ieremia ignace ignacio ignacy ignatz ignaz ignazio ignác igor ihsan iisakki ikbal iker ikhsan ikin ilari ilarie ilarion \
        ildefonso ilgı ilhan ilias ilie ilija ilir ilja ilkka ilmari ilyas imam imaran imer immo imran imre indra indrajit ingbert \
        ingemar ingmar ingo ingolf ingvar inocencio inocențiu ioan ioannis ion ionel ionică ionuț iosif ippazio irfan irinel irnanto \
        irsad irwan isaac isac isaiah isak isaque isaías ishaan ishwar isidor isidoro isidro ismael ismail ismet ismo ismık israel istvan \
        istván iulian iuliu iurie iustin iustinian ivan ivano ivar iver ivica ivo iván iwan iwo iñaki işıkay işıman i̇brahim i̇diris \
        i̇kiz i̇lalmış i̇lbek i̇ldem i̇lgi i̇lim i̇lkim i̇lmafer i̇lsu i̇lteriş i̇mam i̇mren i̇nançlı i̇ntihap i̇sak i̇smet i̇vecen \
        i̇yiyürek i̇zgü i̇şcan jaak jaakko jabal jacek jacinto jack jackson jacob jacobo jacobus jacopo jacques jader jaeman jafet jaga \
        jagapati jagaraga jagat jagdish jai jaider jail jaiman jaime jair jairaj jairo jais jaka jake jakob jakov jakub jalmari jamal \
        james jamie jamil jan jani janic janick janik janis jankat janko jann jannik jannis jano janos janosch janus janusz jared jari \
        jarkko jarl jarlath jarmo jarne jarno jaromír jaron jaroslav jaroslaw jarwa jarwadi jarwi jasin jasmani jason jasper jaswadi jati \
        jatin jatmiko javi javier jay jaya jayadi jayden jayeng jayson jeet jef jeferson jeff jefferson jeffery jeffrey jefri jeison \
        jeisson jelle jelte jenaro jenel jens jenő jeppe jere jeremi jeremiah jeremias jeremy jeremías jerker jermaine jerman jeroen \
        jerome jerry jerson jerzy jerónimo jesper jesse jesus jesús jetmir jeton jhan jhoan jhon jhonatan jhonny jhony jim jimmie jimmy \
        jinawi jindra jindřich jip jiri jiří joachim joacim joakim joannes joao joaquim joaquin joaquín job jobst jochem jochen joe joel \
        joep joerg joeri joey johan johann johannes johans john johnathan johnnie johnny johny joko jon jona jonah jonas jonatan jonathan \
        jonathon joni jonny jono jonás jonáš joona joonas joonatan joost joppe joran jordi jordon jordy jordán joren jorge joris jorma \
        jorn jort jos jose josef josep joseph josephus josh joshua josip joso josse jost josua josue josué josé jouko jouni jovan jozef \
        jozo joão joël joško juan juanito jude juergen juha juhana juhani juho jukka jules julian julien julio julius juliusz julián \
        jumadi jumari junior juraj jure jurgen juri jurij jurre jussi justin justo justus jusuf juuso juvenal jyrki ján jános jérôme \
        józef józsef jörg jörgen jörn jørgen jürg jürgen jędrzej kaan kaarlo kabir kacper kacung kadir kahir kai kaique kairav kaj kajen \
        kajetan kalervo kalevi kalgay kalim kalle kalpit kamal kamar kambali kamidin kamiel kamil kanak kanda kane kanpulat kapagan \
        karabaş karaca karaer karakucak karan karanbay karataş karcan kardi karel karim kariman karja karl karlfried karlheinz karlo \
        karlukhan karma karman karna karsa karsana karsten karta karya kasim kasimir kasiran kaspar kasper kastriot kasusra kauko kavurt \
        kawaca kawaya kay kayagün kaygusuz kayrabay kayun kayıt kazim kazimierz kaşif kealan keano keelan keijo keith keld kelvin kelâmi \
        kemal kemba ken kenan kenari kenes kenn kennet kenneth kenny kent kenter kenth kenzie kerim kerman kete kevin khaled khalid kiaan \
        kian kibar kick kieran kike kilian killian kimmo kiramettin kirk kiyasi kjeld kjell kjetil klaas klas klaus klavs klemens klement \
        knud knut kobe kocabaş koen koenraad koko koldan konguralp konrad konstantin konstantinos konstanty kopan koray korbinian \
        korkmazalp kornel kornelius kornél korugan kotuz koçak koçkan koşukhan kris krish krister kristiaan kristian kristijan kristof \
        kristofer kristoffer kristopher kristóf krisztián krisztofer krystian kryštof krzysztof ksawery kuddusi kujtim kullervo kumar \
        kuncara kunibert kuno kunthara kurnia kurt kurtis kushtrim kustaa kusuma kutay kyan kyano kyle kálmán károly kâmil kåre kévim \
        köker köktaş kösemen kürşad kılıçbay kınel kırat kırgız kıvılcım kızıl kızıltunç laban labinot labuh ladislau ladislaus ladislav \
        lage lajos laksana laksh lakshit lalo lamar lambert lamberto lanang lance lander lando langgeng lanjar lantar larry lars lascăr \
        lasmanto lasmono lasse lassi laswi laszlo latif laureano laurens laurent laurenz laurențiu lauri laurian laurin laurits laus \
        laust lautaro lawrence lazar lazzaro lazăr lean leander leandro leano leart ledion ledün lee leevi lega legawa leider leif lembah \
        lenin lenn lennard lennart lennarth lennert lenny leo leocadio leon leonard leonardo leoncio leone leonel leonhard leonid leontin \
        leopold leopoldo leordean leoš leroy leszek levente levi levin lewis lex león leónidas liam lian lias libardo liberto libor lică \
        lieven liman limar lino linus lio lionel liridon lirim lisandro livio liviu ljubisa lloyd lode lodewijk lodovico loek logan lohit \
        loke lonnie lope lorcan lorenz lorenzo lorik lorin loris lothar loui louie louis lourenço love lovre lovro lowe lowie loïc luan \
        lubomír luboš luc luca lucas lucca lucențiu luchino lucho lucian luciano lucien lucio lucky lucrețiu ludger ludo ludovic ludovico \
        ludovicus ludvig ludvík ludwig luděk luhung luigi luis luka lukas lukasz luke lukita lukman lukáš luluh lulut lulzim lumír lurhur \
        lutfan lutfi luthfi lutz luuk luwar luwes luzius luís lyndon lászló lázaro léo léon lütfi maanas maanav maarten macario macauley \
        maciej madhav mads mael magne magnus mahdi mahesa mahfud mahir mahmoud mahmud mahmut mahsun maicol maik maikol mairtin makara \
        maks maksim maksur maksymilian makuta malachy malcolm malik malte malthe maman manah manan manbir manfred manole manolo mansurali \
        manthan manuel manus maras marc marcantonio marcel marcelino marcell marcello marcelo marcial marciano marcin marcio marco marcos \
        marcu marcus marek margana mariadi marian mariano marijan marijn marin marino marinus mario marius mariusz mark markku marko \
        markus marlon marnix marsito marsudi mart martaka martana martani marten martijn martim martin martino martti martyn martín \
        marvin marwata maryadi maryanto masar mason massimiliano massimo mate matei matej mateo mateus mateusz matheo matheus mathew \
        mathias mathieu mathijs mathis matias mato matouš mats matteo matthew matthias matthieu matthijs matthäus matti mattia mattias \
        matts matyáš matías matěj mauno mauri maurice mauricio maurilio maurin maurits mauritz maurizio mauro maurus maurycy max maxim \
        maxime maximiano maximilian maximiliano maximino maximo maxwell maykol mazlum maël mecit mees mefarettin mehdi mehmed mehmet \
        mehmetzahir meik meinhard meinolf meinrad melchior melchor melihcan melker melle melvin melwin memili mengi mengüç mentor merdi \
        mergim merijn merlin mert mertel merzuk mestur mesut metin metinkaya mevlüt meşhur micael micha michael michail michal michaël \
        michał micheal michel michelangelo micheletto michelotto michiel mick miel mieszko miguel mihael mihai mihail mihajlo mihin \
        mihnea mihály miika mijo mik mika mikael mike mikhail mikkel mikko miklós mikołaj mikuláš milan milay mile miller milo milorad \
        milos miloslav milovan miloš milton milán mio miodrag miran mirbadin mircea mirco mirko miro miron miroslav miroslaw mirsad \
        misael mischa mishat mislav mitchel mitchell mitesh mitică mitra mitruț miłosz mladen modesto mogens mohamad mohamed mohammad \
        mohammed moisés mojmír monis moreno moritz morris morten mucahit mugur mugurel muhamed muhamet muhammad muhammed muhammet \
        muharrem muhip muhyettin mujur muktedir mulya mulyanto mulyono mumpuni muni murat muratcan murilo mursinin mursita murti musa \
        musafet mustafa mustapha mustika mustofa mutasım mutluhan muvaffak muzaffer myles márcio mário márk márton mátyás máté máximo \
        måns mårten möhsim mücellib müfit mükramin mülâyim münif mürit müslum müzekker mădălin nabil nachiket nacho nacio nae nael nafii \
        nahuel naim najam najib nakip naksh nakul nalar nand nando napoleone naradi narcis narciso nardi narji nas nasab naser nasim \
        nasrullah nasuf natalio natan natanael nataniel nathan nathanael nathaniel naud naveen nayil nazario nazlim nazmi nebih nebojsa \
        necati necdat nechifor necmettin neel neftalí nehip neider neil nel nelio nelson nelu nemanja nenad neo nerim nesip nestor nevin \
        nevio nevsal nezihi niall nibaldo nicanor niccolò nichifor nicholas nick nicklas nicky niclas nico nicoară nicodemo nicodim \
        nicolae nicolai nicolaie nicolaj nicolas nicolaus nicolás nicolò nicu niculiță nicușor nicuță niek niels nigel nihai nihal niilo \
        nik niklas niklaus niko nikodem nikolai nikolaj nikolaos nikolas nikolaus nikša nilo nils nilson nino nitesh niyaga niyazi noah \
        noe noel nolan nolberto noman norbert norberto norbey norman noud nout noé noël nrima nugraha nuno nural nurcan nuretdin nurettin \
        nuri nurkan nurullah nuyan nyana nyoman nándor néstor ocampo octav octavian octavio octaviu odd odhran odkanlı oganer oisin oiva \
        ojas okanay okbay okgüçlü okseven okta okto oktüremiş okyalaz ola olaf olavi olca oldağ oldřich ole olegario olfert olgierd \
        olimpian olimpiu oliver olivier oliviu olivér oliwer oliwier olle olli olof olov omaca oman omar omer omkaar onat ondřej ongay \
        onkar onni onofre onuker onur onurcan onursu onveer opan opung oran oranlı orazio oreste orgün orhan orinder orlando ortak ortwin \
        oruç oscar oskar oskari osman osmo ossi ossian osvald osvaldo oswald oswaldo oswin otakar otay otfried othmar otis otmar oto \
        ottavio ottfried ottmar otto ottokar ottomar ottone ottó otávio ove ovidio ovidiu owe owen oymak ozansü ozy oğulbaş oğurata \
        oğuzman paavo pablo paco padraic padraig paiman paker palle pamfil panagachie panait panca pancho pandu panfilo pangeran pangestu \
        panji paolo pardi paride parker parman parth pascal pascual pasi pasqual pasquale pastor patric patricio patrick patrik patrizio \
        patryk paul pauli paulino paulo pauric pavao pavel paw pawel paweł peadar pearce pearse peder pedro peer pehlil pekka pelayo \
        pelle pellegrino pentti pepe pepijn pepito per percy perkasa pero perry pertti petar pete peter petr petre petri petrică petrișor \
        petros petru petrus petruț petter petteri philip philipp philippe phillip piaras pier pierangelo pierce piergiorgio piergiuseppe \
        pierluigi piermaria piero pierpaolo pierre piersanti piet pieter pietro pim piotr pirahmet pirmin pius pleșu plinio plácido pol \
        pompeo pompiliu pomponio poncio pontus porfirio poul praba prabawa prabowo prabu prakosa pranata pranav pranawa praneel pranit \
        prasetya prasetyo pratyush prayitna prayoga prayogo preben predrag preston prima primitivo prudencio przemysław puccio purwa \
        purwadi purwanto putu pál pánfilo pär pål péter pío pătru přemysl qabil qadim qarin qasim quentin quincy quinn quinten quique \
        quirino rabih rachid rachit radek raden radika radim radit raditya radomír radoslav radosław radovan radu rael raf rafa rafael \
        rafaél rafaël rafał raffael raffaele raffaellino raffaello rafi rafid rafih raghav ragnar ragner raharja rahman rahmat rahmet \
        raihan raik raimo raimondo raimund raimundo rainer ralf ralph rama ramadan ramazan ramiro ramiz ramon ramón ranbir randall \
        randolf randy rangga ranieri ranveer raoul raphael raphaël rareș rasmus rasul raul rauno ravi ravy ray rayaan rayan raymond \
        raymund razı raúl recep recepali reece refik reginald rehaan reijo reimar reimer reimund reinald reinaldo reine reinel reiner \
        reinhard reinhardt reinhart reinhold reino reksa relu remazan rembrandt remi remigio remo remus remzi renaat renan renato rendy \
        rene rens renzo rené respati resulcan reto reuben rexhep reyansh reynaldo reza rezzak rhavi rhys rian ricardo riccardo ricciotti \
        richard richardt richárd rick rickard rickey ricky rico ridwan rigo rigoberto rik rikard riku riley rinaldo rino rinor rishi \
        risto riza rizki roan roar rob robbe robbie robby robert roberto robinson rocco rochus roderich rodney rodolfo rodrigo roel \
        roeland rogelio roger rohan rohat roko roland rolando roldán rolf romain roman romano romeo romolo romuald romulus román ron \
        ronal ronald ronaldo ronan ronith ronni ronnie ronny rony roope roque rory rosamel rosendo rosman ross rostislav rouven rowan roy \
        ruairi ruari ruben rubén rudecindo rudi rudolf rudolph rudra rudy ruedi rufino ruggero ruggiero ruhsat rui rune rupert ruperto \
        rushil rusman russell ruy ryan ryszard régulo rémy róbert rómulo rúben rüdiger rüknettin rüşen răducu răzvan saadat saba saban \
        sabar sabas sabatino sabih sabin sabri sadat sadik sadittin safet sahin sahir said saiful saka sakari sakip saksham sakti salami \
        saleh salih salkın salman salomón salurbay salvador salvatore salvi sam samaksh samar samarth samesh sami samir sammy samsul samu \
        samuel samuele samuli samurtay sancak sancho sandalio sander sandor sandro sandu sante santeri santiago santino santos sançar \
        sargın sarpkın sarthak sarıcabay sasa sascha sathvik satrettin saturnino satya saul sava savak saverio savni saydam sayin sayrak \
        sayın saúl sağcan sağıt saša scot scott seamus sean sebastiaan sebastian sebastiano sebastián sebastião sebattin seda sedat \
        segismundo segundo seha selaheddin selatin seler selim selâtin sem semender semir senad sencar senn senne senol sep sepp seppe \
        seppo seracettin serafín serezli serge sergei sergej sergio sergiu sergius serhatmehmet serkan serol server seth setya sevdi seve \
        sever severiano severin severino severo sevindik seydo seyfullah seyithan sezal sezginbaş seçme shaban shane shaun shaurya shawn \
        shay shea shivansh siddharth sidiq sidki siebe siegbert siegfried sieghard siegmar siegmund siegward siem sigfrid sigfrido \
        sigfried sigge sigismund sigmar sigmund sigurd sigvard sil silas silvan silvano silvester silvestre silvestro silvian silvio \
        silviu simen simeon simi simion simo simon simão simón sinan sindre sinică sinisa siniša siper siro sittik sivert sixten sixto \
        sjoerd skender slamet slavisa slavko slavomír slawomir slobodan smith sneider soleh sonad sondre songurkan sonny sorin sosimo \
        soydaner soykut soyselçuk spencer staffan stan stancu stanislaus stanislav stanislaw stanisław stanley stavros steen stef stefaan \
        stefan stefano steffen stein steinar stelian stellan sten stephan stephen steve steven stewart stian stig stijn stiven stjepan \
        stuart sture stéphane suat sudi sulhi sune sunel suphi surya svante svatopluk svatoslav svein sven svenning sverre swen sylvester \
        sylvio szabolcs szilveszter szilárd szymon sándor sébastien sérgio sökmen sönke sören sözer søren sücaettin süha sükrü süleyman \
        sümeyye süvari sıla sıylıhan taciddin tadeo tadeusz tadeáš tage tahir taisto talayer tali tamaydın tamás tanak tanay tanbay \
        tandoğdu taneli tanhan tanish tanner tanpınar tansev tansığ tanveer tanyolaç tanır tapani tapio tarak tarancı tarik tartış tasdik \
        tasnim tassilo taswir tatu taufan taufik tauno tayaydın taygan taylak tayyip taşar taşkan teber tecimer ted teddy tedi teemu \
        teerth teguh tejas tejs tekbay tekecan tekiner teksoy telemaco telim telmo temirhan temistocle temizkal temuçin tenvir teo \
        teobaldo teodor teodoro teodosio teofil teohari terence terje terlan tero terrance terrence teun teuvo tevs tezcan tezol teófilo \
        thaddäus thales theo theobald theodoor theodor theodore theodoro theodoros theophil thiago thibault thibaut thibo thierry thies \
        thijmen thijn thijs thilo thom thomas thomás thor thoralf thorben thore thorsten thure théo théodore théophile tiago tiarnan tibe \
        tiberiu tibo tibor tiburcio tiernan ties tijl tijmen tijn tijs til till tillmann tilman tilmann tilo tim timbul timm timmy timo \
        timon timotei timoteo timothy timothée timurtaş tino tirta tirtayasa tito titus tivadar tiziano tiğin tobias tobiasz toby todd \
        todor toivo toker toktuğ toköz tolonbay tom toma tomas tomasz tomi tomislav tommaso tommi tommy tomo tomàs tomás tomáš tomé \
        tonguç toni tonino tonny tony toon topias topuz tor toralf torben torbjörn torbjørn tord tore torgny torhan toribio torquato \
        torsten toy toño toğan traian traugott travis trevor tri tristan tristán troels trond troy tránsito tudor tugiman tulio tullio \
        tulun tunahan tunguç tunçboğa tunçkılıç tuomas tuomo turabi ture turgut tutkun tuukka tuur tuyuğ tuğcan tuğrulhan tuğtaş twan \
        tycho tygo tyler tymon tymoteusz tyrone törel tükelalp tümer tümkurt türabi türkalp türkmen tüzeer tınal ubaldo uberto uda udant \
        udarsh udo ueli uffe ugo ugolino ulakbey ulf ulises ullrich ulrich ulrik ulu uludağ uluman ulutay uluğbey umang umar umay umaya \
        umberto umman umut umutcan unggul uno uolevi upik upkaar uraltay urbain urban urbano urhan uriel urs ushan usman utama utkarsh \
        utkucan utz uwe uygun uzbay uzsoy uçan uçbeyi uğan uğurkan uğurtan vadim vafir vagn vahittin valdemar valentijn valentim valentin \
        valentino valentín valerij valerio valeriu valero valon valter valtteri valère van vargın vasco vasile vasilică vassilios vasyl \
        vaysal vedant vedat vedran veer veeti vegard veijo veikko veis veit veli velitdin venancio venceslás veniamin verim verner \
        verneri vernon vero vesa vezat vic vicente vicențiu victor victoriano victorino vidal vidar vide viggo vigo vihaan viking viktor \
        vilgot vilhelm vilho viljami viljo villads ville vilmer vilmos vilém viman vince vincent vincentio vincenzo vincențiu vinicio \
        vinicius vinko vino vinsen vinzenz vinícius viorel viraj virgilio virman visar visarion vitali vito vitor vittorio vitus vivaan \
        vjekoslav vlad vladimir vladimír vladislav vlado vlaicu vlastimil voicu vojtěch volkan volker volkhard volkmar vratislav václav \
        vâlâ väinö víctor vít vítor vítězslav wadi wage wahab wahyu wakiman waldemar waldo walfried walter walther waluyo wannes ward \
        wardaya wardi warinder warjas warji warre warren warsa warsita warta washington wasis wawan wayne wazir wenceslao wenzel werner \
        wesley wessel wieland wieslaw wigbert wiktor wilber wilder wilfredo wilfrido wilfried wilhelm wilhelmus wille willem willfried \
        willi william williams willian willibald willibert willie willy wilman wilmar wilmer wilson wim winfried wira wisnu witold \
        wladimir wojciech woldemar wolf wolfgang wolfhard wolfram wout wouter wriddhish wridesh wulf wyatt wálter xanana xander xaver \
        xavi xavier yadigar yagnesh yago yahya yahşikan yair yalazabay yalgın yaltırak yamid yamin yan yanick yanik yanis yankı yann \
        yannic yannick yannik yannis yargı yasan yash yasin yassin yassine yatan yatin yavuz yayak yazganalp yağın yağızkurt yaşattin \
        yecid yeferson yeison yekda yelesen yeneral yerko yerson yertan yesid yetişal yigit yilmaz yngve yoga yohan yolal yonatan \
        yonathan yono yordan yoruç yosef younes yousef youssef yrjö yug yunt yurdanur yurtgüven yurttaş yusuf yuvraj yvan yves yönetmen \
        yücelen yümun yıldır yılma zac zacarías zach zacharias zacharie zachary zahid zaid zak zakaria zalán zamfir zamir zashil zayan \
        zayyan zbigniew zbyněk zdeněk zdravko zeferino zehaan zekayi zeki zeljko zennun zeno zenon zeynelabidin ziggy zihni zikmund \
        ziyaettin zlatko zoltan zoltán zoral zoran zsigmond zsolt zsombor zvonko züfer zülgarni ábel ádám ákos álvaro ángel áron árpád \
        âdem ângelo åbjørn åge åke çakar çakırca çaltı çamok çapkan çavuldur çağa çağdan çağlasın çağveren çelem çelikkan çelikyürek \
        çerçi çetinsu çeviköz çinerk çokan çopur çoğay çıdal çıvgın édgar édouard émile éric étienne ítalo íñigo óliver óscar öge ökkaş \
        öktürk ömer ömür önel öngen önsal örik örjan öryürek östen över özakan özalpsan özaslan özbay özbilek özdal özdil özdoğdu özel \
        özerdinç özertem özger özgür özinal özkent özkutlu özlü özokçu özpınar özsözlü öztek öztürk özçam özüdoğru öğet øivind øjvind \
        ørni øvli øystein øyvind übeydullah ülfet ülküdeş ümmet ünek ünlen ünübol ürfettin üsame üstün üzer đuro ğanim łukasz şabettin \
        şafii şahat şahinbey şahmettin şali şanlı şavki şefi şehamet şekim şemsettin şenkal şerafeddin şevket şide şinasi şuayp şükri \
        šime šimon štefan štěpán željko șerban ștefan август авдей аверкий аверьян авксентий автоном агап агафон аггей адам адриан азарий \
        аким александр алексей амвросий амос ананий анатолий андрей андрон андроник аникей аникита анисим антип антонин аполлинарий \
        аполлон арефий аристарх аркадий арсений артем артемий архип аскольд афанасий афиноген бажен богдан болеслав борис борислав боян \
        бронислав будимир вадим валентин валерий валерьян варлаам варфоломей василий вацлав велимир венедикт вениамин викентий виктор \
        викторин виссарион виталий владилен владимир владислав владлен влас всеволод всемил всеслав вышеслав вячеслав гаврила галактион \
        гедеон геннадий георгий герасим герман глеб гордей гостомысл гремислав григорий гурий давыд данила дементий демид демьян денис \
        дмитрий добромысл доброслав дорофей евгений евграф евдоким евлампий евсей евстафий евстигней егор елизар елисей емельян епифан \
        еремей ермил ермолай ерофей ефим ефрем захар зиновий зосима иван игнатий игорь измаил изот изяслав иларион илья иннокентий иосиф \
        ипат ипатий ипполит ираклий исай исидор казимир каллистрат капитон карл карп касьян ким кир кирилл клавдий климент кондрат \
        кондратий конон константин корнил кузьма куприян лавр лаврентий ладимир ладислав лазарь лев леон леонид леонтий лонгин лука \
        лукьян лучезар любим любомир любосмысл макар максим максимильян мариан марк мартын мартьян матвей мефодий мечислав милан милен \
        милий милован мина мир мирон мирослав митофан михаил михей модест моисей мокей мстислав назар наркис натан наум нестор никандр \
        никанор никита никифор никодим николай никон нифонт олег олимпий онуфрий орест осип остап остромир павел панкрат панкратий \
        пантелеймон панфил парамон парфен пахом петр пимен платон поликарп порфирий потап пров прокл прокофий прохор радим радислав \
        радован ратибор ратмир родион роман ростислав рубен руслан рюрик савва савватий савелий самсон самуил светозар святополк \
        святослав севастьян селиван селиверст семен серафим сергей сигизмунд сидор сила силантий сильвестр симон сократ соломон софон \
        софрон спартак спиридон станимир станислав степан стоян тарас твердислав творимир терентий тимофей тимур тит тихон трифон трофим \
        ульян устин фадей федор федосий федот феликс феоктист феофан ферапонт филарет филимон филипп фирс флорентин фока фома фортунат \
        фотий фрол харитон харлампий христофор чеслав эдуард эмиль эммануил эраст эрнест эрнст ювеналий юлиан юлий юрий яков якуб януарий \
        ярополк ярослав
        """

    private static let femaleNames = """
        aachal aada aadhya aahana aaliyah aarini aarna aashi abbi abbie abby abelone abha abigail abigaíl abiye abril acarkan ada adal \
        adela adelaida adelasia adele adelgunde adelheid adelia adelina adelinde adeline adiela adila adina adolfine adora adoración \
        adriana adriane adrianna adrienn adrienne advika adviye adweta adya adèle adéla adélaïde aenne aferdita afife agata agatha agathe \
        aglaia agnes agnese agneta agnete agnieszka agnès agostina agripina agustina agáta ahter aicha aida aideen aila aileen aili ailis \
        aimee aimée aina ainara aine aino ainoa airi aisha aishani aisling aislinn aisyah aitana ajeng ajla ajna akay akgüneş akise \
        akmaral aksoy akyıldız alabezek alana alanis alanna alannah alara alaz alba alberta alberte albertina albertine albina albulena \
        alcira aldonza alea aleida alejandra alejandrina aleksandra alena alessandra alessia alexa alexandra alexandria alexandrie \
        alexandrina alexia alfonsina algış alice alicia alicja alida alika alina aline alis alisa alisha alison alissa alix alize alka \
        alla allana allegra allison alma almast almendra almira almudena almut almuth aloisia alondra altınbike altınçiçek alva alwina \
        alwine alyssa alícia alışık alžběta amada amaira amalia amalie amanda amandine amara amarilis amaya ambar amber amela amelia \
        amelie ami amie amina amira amparo amra amre amrita amruta amy amélia amélie américa ana anabel anabela anabella anahis anahí \
        anaida anamaria anamika anargül anastasia anastasie anastazja anastázie anaís anaïs anca ancuța anda andjela andjelina andra \
        andrada andreea andreia andrina andrée anděla ane anel anemona aneta anett anette anežka angela angelica angelika angelina \
        angelique angelita anghelina angie angèle angélica angélique ani anica aniela anika anikó anina anisa anita anișoara anja anjali \
        anka anke ankica ann anna annabel annabell annabella annabelle annalena annaliese annalisa annalise annamaria annamarie annamária \
        anne annedore annegret annegrete annekatrin anneke anneleen annelene anneli annelie annelies anneliese annelise annelore \
        annemarie annemette annemie annemijn annerose annett annetta annette anni annica annick annie anniina annika annikki annina \
        annita annukka annunziata anny anouk anselma antje antoaneta antoinette antonela antonella antonia antonieta antonietta antonija \
        antonina anu anunciación anusha anuța anvi anya anyi anđa anđela aoibheann aoibhin aoibhinn aoife apolena apollonia apolonia \
        april araceli aracely aradhana aral aranka arcelia ardita aria ariadna ariana ariane arianna arianne ariela arina aristița arja \
        arlette arlinda armahan armida arnaude aroa artemisa arunima arya arziye arzu aránzazu arıpınar ascensión ashlee ashleigh ashlene \
        ashling ashton asia asiman asliye assunta asta astrid asu asunción atanur atena ati atiyye aud aude audrey augusta augustina \
        aulikki aune aura aurelia aureliana aurica aurora aurore aurélie autumn ava avunç axelle axenia aya ayasun aybet aycagül aydar \
        ayduru ayelén ayesha aygönenç ayhan aykut ayla ayleen aylil aylin aylla aynilhayat aynur aynımah ayse aysel aysema aysevim aysuna \
        ayten aytöz ayu ayyaruk ayçan ayülker ayşeana ayşenur azade azahar azahara azalea azeneth azize azra azucena açılay aída ağbegim \
        aşhan babett babette badegül baghyawati bahtinur balca ballı banü bara barbara barbora barbro barica barkha basriye bağdat beata \
        beate beatrice beatrijs beatrix beatriz becky bediriye begim begoña behiza belen belgizar belinda belkize bella belén benedicte \
        benedikte benedita benek benice benigna benita bente benthe beray berenice bergen berit beriye bernadett bernadette bernarda \
        bernardita bernhardine berra berrin berta bertha berthe besarta besey beste betania beth bethan bethany betina betti bettina \
        betty beverley beverly beyhatun bezek beáta bhanumati bhavani bhavika bhavini bhavna bhavya bianca bianka bibi bibiana bidayet \
        bieke bienvenida bilay bilginur biljana bilkay bimala bina binay birben birgid birgit birgitt birgitta birgitte birgül birsan \
        birte birthe biserka bishakha bitten bitül bjørg blanaid blanca blanduzia blanka blažena blerina blerta bluette bodil boel \
        bogdana boglárka bohumila bonnie borbála bozena božena božica brandi brandy branka breanna brenda briana brianna bridget brigid \
        brigitta brigitte brinda brit brita britt britta brittany brittney brogan bronach bronagh brooke brooklyn bruna brunhild \
        brunhilde bruni brunilda bryony brândușa brígida bukurije burcuhan buşra bárbara bärbel béatrice büreyre büşranur caetana cailin \
        caitlin caitlyn caitriona cajsa calista calixta camelia camila camilla camille canan candace candela candelaria candelas candice \
        canfeza canseven canur caoilfhionn caoimhe capucine cara caragh caren caridad carin carina carine carita carla carlijn carlota \
        carlotta carly carmel carmela carmelita carmen carmenza carmina carminho carol carola carole carolien carolin carolina caroline \
        carolyn carrie casandra casiana cassandra cassidy cassie catalina catarina caterina catharina catherine cathleen cathrin cathrine \
        cathy catia catinca cato catrin catrina catrine catrinel catriona cayetana ceara cecile cecilia cecilie cecília cedide celeste \
        celestina celia celina celinda celine cemiyle centa cerasela cevale ceyhun ceylin cezara chaaya chaitaly chakrika chaman chameli \
        chanchal chandani chantal chantel chantelle charis charita charlene charline charlott charlotta charlotte charo charvi chasmum \
        chavvi chelo chelsea chelsey cherie cherith cheryl cheyenne chiara chita chloe chloé chloë christa christel christelle christiana \
        christiane christianne christin christina christine christl ciaobella ciara ciarrai cici cielo cihan cilli cilly cindy cinta \
        cinthia cinthya cintia cinzia cipriana cirkeline citlali citra claire clara clare clarice clarisa clarissa claudia claudina \
        claudine clelia clemencia clementina cleopatra cliodhna cliona clodagh cloe clorinda clotilde cláudia cläre clémence codie \
        codrina codruța colette colleen collette colomba concepción concetta concha conchita connie conny constance constantina constanza \
        constanze constança constanța consuela consuelo cora coral coralia coralie cordula corina corine corinna corinne cornelia corona \
        corrie cortney cosima cosmina courteney courtney crenguța crescencia crina cristal cristiana cristina crystal csilla cuheyna \
        custodia cynthia cándida cátia cäcilia cäcilie cécile célia célina céline cătălina daciana dafina dafne dagmar dagmara dagny \
        dahiana daiana dairine daisy dajana daksha dalaja dalia dalila dalima damaris damini damlanur damyanti dana danae dania danica \
        daniela daniella danielle danijela danique danitza danièle danna danuta danuše daphne darcy daria dariana darika darlene darling \
        dary dawn dayamai dayana dayita dayna deanna dearbhail dearbhaile dearbhla debbie debby debora deborah debra deepa deha deicy \
        deirbhile deisy del delfina delia delphine demetra demi denisa denise denisse derly dervla derya deryanur desiree desirée despina \
        destiny devi devika dewi deyanira değer dhriti diah diamond dian diana diane dida didina dietlind dietlinde digna dijana dilara \
        dilcan dilfeza dilhuş dilsitan dilşat dimitrina dina dinda dionisia dionne dipta dita ditte divan divya diya diána dochia doina \
        dolly dolores domenica dominga dominika domitila domnica donata donatella donna dora doralisa doreen doriana dorien dorina dorine \
        doris dorit dorita dorle dorli dorota dorotea dorothe dorothea dorothee dorothy dorothée dorottya dorte dorthe doğannur draga \
        dragana dragica drahomíra drahoslava drita duha dulce dumitra dumitrana dunja durgadin dursadiye duyguhan débora déborah désirée \
        dóra döner dörte dörthe dürrüşehvar eadaoin ebba ebony ecaterina ecegül ecrin eda edaviye edda edel edelgard edelmira edeltraud \
        edeltraut edeltrud eden edhitha edilma edina edit edita edith editha edna edona eduarda eesha eeva efil eftimia egenur egzona \
        ehrentraud eija eila eileen eilis eilish eimear eimer eimhear eira eiravati eivor ekaja ekani ekanta ekantika ekaterina ekiya \
        ekta ela elaine elamiye elba elcira elcy elda elea eleanor eleanora elena eleni elenore eleonor eleonora eleonore elfi elfie \
        elfriede elgin eli eliana eliane elien elif elifnur eligia eliisa elin elina eline elinor elisa elisabet elisabeta elisabete \
        elisabeth elisabetha elisabetta elisaveta elise elisha eliza elizabeta elizabeth elize eliška elke ella ellen elli ellie ellinor \
        ellis elly elma elna eloah elodia elodie eloisa eloise elona eloá eloísa eloïse els elsa elsbeth else elsebeth elsie elsy elvan \
        elvia elvina elvira elvy elwira elza elzbieta eléonore elżbieta ema emal emanuela emanuella emanuelly emelie emelina emely emer \
        emese emilce emilia emiliana emilie emilija emilly emilse emily emina emine emiş emma emmanuelle emmi emmy emperatriz emília \
        encarna encarnacion encarnación encarnita endah enfes engla enikő enith enriqueta enya erbay erdmute erem ergül erica erika erin \
        erina eriş erna ernestina ernestine ervaniye eryn erzsébet esengün eshana esila esma esmanperi esmarelda esmee esmeralda esmée \
        esna esparta esperanza esra essi estefany estefanía estela estella estelle ester estera esteri esther estrella eszter eta etelka \
        etelvina ethel etta eufemia eufrosina eugenia eugenie eulalia eusebia eva evamaria evangelia evangelina evangelista evanghelina \
        evde eve evelia evelien eveliina evelin evelina eveline evelyn evelyne evelína evi evie evita evrim evy ewa ewelina ezgin eşim \
        fabia fabiana fabienne fabiola fabiënne fabrizia fadile fadime fadıla fainche faith faizah faize falak falguni fanni fanny farah \
        farhunnisa fathonah fatigül fatiha fatima fatime fatinur fatma fatmanur fatmire fay faye fayize febe febi feden federica fehmiye \
        felicia feliciana felicidad felicitas feline felipa felisa felizitas fem femke fenna fenne ferahdiba feraye ferhan ferinaz \
        fermuta fernanda fernande feryas feyha feyzin fiamma fidaye fidela fien fiene fildan filipa filippa filiz filofteia filomena \
        fiona fionnuala fiorella firdevis fitnat fitore fitria fitriani flavia fleur floare floarea floor floortje flor flora flore \
        florence florencia florentina florentine florența floriana floriane florica florina florinda flurina fortunata forum franca \
        frances francesca franchesca francia francine francisca franciska francoise francy franka františka franziska françoise frauke \
        frederike frederikke frederique fredrika freia freja fresia freya frida frieda friedericke friederike friedhilde friedl \
        friedlinde frusina frédérique fuma fátima féline fügen gabel gabriela gabriella gabrielle gabrielly gaby gaia gail gaja gala \
        galina ganga ganimete ganiye garima gasti gaurangi gauri gaurika gautami gawati gayathri gaëlle geanina geetika gelengül \
        gelsomina gema gemma geneviève genoveva genta gențiana georgeta georgette georgia georgiana georgina georgine geraldine gerarda \
        gerda gerdi gerhild gerlind gerlinde germaine germana gerta gerti gertraud gertraude gertraut gertrud gertrude gertrudis gesa \
        gesche gesine geta geza ghaliyati gherghina ghislaine giada gianina gianna giesela gilberte gilda gillian gilma gilman gina \
        ginette gioia giorgia giorgiana giovanna gisa gisela giselle gislinde gisselle gisèle gitta gitte giulia giuliana giulietta \
        giuseppa giuseppina gizella gladis gladys glenda gloria godelieva godelieve goncafer gordana grace gracia graciana graciela \
        grainne grazia graziella grazyna grațiana grațiela greca greet greta gretchen grete gretel grethe gretl gricelda griet griselda \
        grit gro gréta gudrun gudula guillermina gun gunborg gunda gundel gundhild gundi gundula gunhild gunilla gunn gunnel gunvor gurli \
        gusti guusje gwendolyn gyda gyöngyi györgyi génesis géraldine gök gökperi gökçe göli gönül görsev gözem gül gülay gülbani \
        gülbeyan gülbiye gülcegün güldam gülder güldünya gülenay güler gülev gülfari gülfeza gülgen gülgüzel gülhisar gülinaz gülkadın \
        güllühan gülmisal gülnaziye gülper gülsalın gülselin gülsen gülseren gülsevil gülsiye gülsü gülten gülter gülzadiye gülçe gülözge \
        gülüs gülşa gülşeref günar günebakan güngören günsel gürcüye gürten güverçin güzey habibe hacile hadassa hadrey hafshah hafıza \
        hailey hajnalka halenur haley halima halina haliye hamima hamiyet hamsini hana hanbiken hani hanife hanim hanna hannah hannchen \
        hanne hannele hannelore hanny hansultan harbinaz harinakshi harini harita harriet hasgül hasna hasret hatice hatin hava havali \
        havse haydée hayel hayleigh hayley hayrünnisa hazel hazine heather hedda hedi hedvig hedvika hedwig hedy hege heide heidelinde \
        heidelore heidemarie heiderose heidi heidrun heidy heike hekime heleen helen helena helene helga heli helinä hella helle hellena \
        hellevi helma helmi helmtrud heloisa heloísa helvi helén heléne hema hemal hemangini hemani henife henna henni henny henrieta \
        henrietta henriette henrike heracleea herdis herlinde herma hermelinda herminda hermine herminia herta hertha hesti heva hezniye \
        hilary hilayda hilda hildburg hilde hildegard hildegart hildegund hildegunde hilkka hillevi hilma hiltraud hiltrud hinet hiral \
        hjördis hollie holly hortense hortensia hoşkadem huban hubertine huguette hulda humaira hurican hurşide hélène hüda hülya hümeyra \
        hürmet hürüyet hüsnühâl iara iasmina iben ibeth ibolya ica icha ida idika idun ifa ignacia iida iiris ijaya ika ikshita ilaria \
        ildiko ildikó ildız ileana ilenia ilinca ilka ilona ilonka ilsa ilse imane imelda imke ina inaya indah indali india indira indy \
        ine ines inez inga ingalill inge ingeborg ingeburg ingegerd ingegärd ingela ingelise ingelore inger ingetraud ingetraut ingrid \
        ingried inka inken inkeri inmaculada inna insa intan inès inés inês ioana ioanina iolanda iona ionela ionelia iosefina ira irena \
        irene iriana iridenta irina iris irja irma irmela irmeli irmengard irmgard irmhild irmi irmingard irmtraud irmtraut irmtrud irya \
        iryna irène irén iréne irıs isabel isabela isabell isabella isabelle isabelly isadora isaura ise isha ishani ishanvi ishita \
        isidora isis isolde isolina itzel itziar iulia iuliana iustina iva ivana ivanka iveta ivette ivka ivona ivonne ivy iwona izabela \
        ize işin işın i̇de i̇hsan i̇klim i̇ldeş i̇lkbahar i̇lklima i̇lper i̇mge i̇mrihan i̇ncifir i̇nsaf i̇rfan i̇slime i̇sra i̇zel \
        i̇çimbike jaana jacinta jackeline jackie jaclyn jacobine jacqueline jade jadranka jadwiga jael jagrati jagvi jalsa jamalia jana \
        janaki janani jane janet janeta janeth janett janette janice janin janina janine janja janna janne janneth janni jannie januja \
        janya jaqueline jara jarmila jaroslava jaruthip jasmijn jasmin jasmina jasmine jasminka jasmit jasna javiera jayda jayde jaylinn \
        jayne jazmin jazmín jaël jeana jeanette jeanine jeanne jeannette jeannine jeevika jele jelena jelita jemma jena jenifer jeniffer \
        jenna jenni jennie jennifer jenniffer jenny jente jessica jessie jessika jessy jesusa jet jhalak jhoana jil jill jillian jimena \
        jindřiška jinthe jitka jiřina joana joann joanna joanne joaquina jocelyn jocelyne jodi jodie jody joelle johana johanna johanne \
        joke jolana jolanda jolanta jolanthe jolene jolie jolien jolijn joline jolán jonna jordana jorunn josefa josefiina josefin \
        josefina josefine joselyn josepha josephina josephine josette josiane josipa josée joséphine jovana jovita joy joyce joëlle juana \
        juanita judit judita judith judy juli julia juliana juliane julianna julie julienne julieta julieth juliette julijana julita juna \
        june juni justina justine justyna jutta juulia jyoti jytte jázmin jéssica júlia kaarina kaat kadınana kaija kaisa kaitlin kaitlyn \
        kaja kajsa kalina kaltrina kamala kamaria kamila kamilly kamya kandef kani kania kara kardelen karen karima karimah karin karina \
        karine karla karley karlijn karola karolien karoliina karolin karolina karoline karolína kartika kashish kashvi kasiyah kata \
        katalin katalina katariina katarina katarzyna katcha kate katelijne katelyn katerina katerine kateřina katharina katharine \
        katherin katherina katherine katherinne kathi kathleen kathrin kathryn kathy kati katia katica katie katja katleen kato katri \
        katrien katriina katrijn katrin katrina katrine katty katy kaver kavya kayla kaylee kayleigh keely keeva kefser keisha kelli \
        kellie kelly kelsey kendra keri kerime kerri kerrie kerry kerstin kerttu keya kezban kezia khadija kiandra kiara kiera kifaye \
        kiki kimberley kimberly kinga kira kirby kirsi kirsten kirsti kirstie kirstin kirstine kirsty kitan kitti kjersti klara klaudia \
        klaudie klothilde klára kläre koncagül konstanze kordula kori korinna kornelia kreszentia kreszenz kriemhild krisha krista \
        kristel kristen kristi kristiane kristie kristien kristiina kristin kristina kristine kristy kristýna krisztina kritika krystal \
        krystyna kumral kunigunda kunigunde kutgün kutun květa květoslava kyara kylie kyllikki kyra kâzime käte käthe käthi kübran kısmet \
        lacey lada ladina ladislava ladli lady laetitia laika laila lajita lakshmi lala lalita lana laoise lara laras larisa larissa \
        latasha latika latoya laura laure laureen lauren laurence laurenția lauretta lauriane laurie lavanya lavinia lavínia layla laze \
        laís lea leah leana leandra leanne leela leen leena leia leidy leila leire lejla lekha lelia lena lene leni lenka leocadia \
        leokadia leona leoni leonie leonor leonora leonore leontina leopoldina leopoldine lerze lesley lesly leticia letizia letiția \
        letícia leydi leyla leyli leyre lezize lia liana liane libia libni libuše liceth licia lida lidia lidija lidwina lidya lieke lien \
        lies liesa liesbet liesbeth lieschen liesel lieselot lieselotte lieve lieze ligia liisa lila lili lilia lilian liliana liliane \
        lilija lilja lilla lillemor lilli lilly lilo lily limon lina linda linde lindita lindsay lindsey line linn linnea linnéa lintang \
        lioara lioba lipika liridona lisa lisanne lisbet lisbeth lise liselott liselotte liseth lisette lissette lissi lissy liv liva \
        livia liwia liz liza lize lizeth lizz lizzy ljiljana ljubica ljudmila loes loida lois lola lolita lona lone loni lopa lora lore \
        loredana lorelei lorena lorenza loretta lori lorna lorraine lot lotta lotte lotti louisa louise lourdes lova lovis lovisa loïs \
        luana luara luce lucero lucette lucia luciana lucie lucienne lucija lucila lucinda lucrecia lucrezia lucreția lucy lucía ludivine \
        ludmila ludmilla ludovica ludwina luigia luigina luisa luisana luise luisina luitgard luiza luljeta luminița luna lunna lupita \
        lutgarde lutgardis lutgart luz luzia luzie luzmira luísa lya lydia lydie lykke lynda lyndsay lyndsey lynn lynne lynsey lâle lærke \
        léa léane léna léonie lía lívia lúcia lüfen lýdie lăcrămioara maaike maaria maarit maartje mabel macarena macaria macide \
        mackenzie madalena maddalena madeleine madelene madelief madeline madhavi madison madlen maeva maeve mafalda magali magaly \
        magarete magda magdalena magdalene magdaléna magdolna maggie magnolia magret magrit mahigül mahika mahnaz mahter mahulena maia \
        maida maija maike maiken maimunah maira maire mairead maite maitê maj maja majken majvor makarena makayla maksüde mala malea \
        malena malene malgorzata malika malin mallory malou malva malvina malwina mamen manda mandy manja manola manon manuela manuelita \
        manuella manya mar mara marcela marcelina marcella marcelle marcheta marcia mare mareen mareike mareile maren marga margaret \
        margareta margarete margaretha margarethe margarida margarita margaritha margaud margaux margherita margit margita margitta margo \
        margot margoth margret margreth margrethe margrit margrith marguerite mari maria mariah mariam mariana mariane marianela \
        mariangela mariann marianna marianne maribel marica maricel maricela maricica maricruz marie mariechen marieke mariela mariele \
        mariella marielle marieluise marietta mariette marija marijana marijke marika marilena mariluz marilyn marina marine marinela \
        marinette marioara mariola marion marisa marisel marisela marisol marissa maristela marit marita maritta maritza marja marjaana \
        marjatta marjo marjorie marjukka marjut marketta markéta marleen marlen marlene marleny marlies marliese marlis marlise marly \
        marlyse marlène marlén marta marte martha marthe martina martine martirio martta mary maryam maryline maryse marzena maría \
        massiel masume matea mateja mathilda mathilde matilda matilde maud maude maura maureen may maya mayerly maynur mayra maysa mayte \
        maëlle maşide mckenzie meabh meagan meaghan mechthild mechthilde mechtild mecide medina meera mefharet meg megan megha meghan \
        meghana mehdiye mehrigül meibh meike meja mekhala melaha melania melanie melany melba melek meleknur melikkan melina melinda \
        melisa melissa melita melitta melody melûl menfeat menişan meral merba mercedes merche meredith merel meret merete merethe merim \
        merita merja merle merva mervi mery meryem meryeme mesude meta mette meveddet mevlüdiye meyhanim mezide mia micaela michaela \
        michaele michala micheala michela micheline michelle michèle mie mieke miguela mihaela mihrab mihriye miia mikaela mikayla mila \
        milada milagros milena milica milka milla millaray mille miloslava milou miluše mimi mimmi mimoza mina mindy minerva minibe minna \
        minodora mioara mira mirabela miranda miray mireia mireille mirela mirella mireya miriam mirian mirja mirjam mirjami mirjana \
        mirlinda mirna mirona miroslava miroslawa mirta mirte mirtha mirthe miruna miryam misra misty mitali mitzy miyesser moa modesta \
        mohini moira mollie molly mona monalisa monica monika monique monja monserrat montserrat mora morena morgane muarra mufide mugdha \
        muhiye mujde mukbile muriel murielle musaffa mutia muvahhide myriam myrta myrtha myrthe mária márta máxima märta märtha mégane \
        mélanie mélissa mía mónica mónika mübetcel mücevher müferrih müjde mükrüme mümtaze münezzer müret müsemma müveddet müğber müşüre \
        mădălina mălina mărioara măriuca nabila nada nades nadeschda nadeshda nadia nadin nadine nadja nadège naděžda nafile naiara naide \
        nair naja najwa nalân nana nancy nandini nanna naoimh naomh naomi narcisa narhanim nasiba natacha natali natalia natalie natalija \
        natalja nataly natasa natascha natasha natasja natasza nataša natașa nath nathalia nathalie nathaly natividad natália natálie \
        nayara nayaret nayareth nayeli nayibe naz nazende nazi nazimet nazlihan nazıdil nea nebiha necilal necva nedda neelima nefaret \
        nefiye neha nejdet nela nelcy nele nelli nellie nelly nelsy neptün nerea nereida neriban nermin nesfe neslinur nete netra neval \
        nevenka nevgin nevise nevsale neyran nezengül nezize neşrin niamh nichola nichole nicol nicolasa nicole nicoleta nicoletta \
        nicoline niculina nidhi nidia nidra nienke nieves nihan niharika niina nika nikita nikki nikol nikolett nikoletta nikolina nilam \
        nilcan nilda nili nilima nimrat nina ninetta ninoska ninthe nirgül nirja nisa nisha nitara nives niğmet noelia noemi noemí nohora \
        noor noora noortje nora norah nore norica norina norma notburga nour nova novi noémi noémie noëlla noëlle noëmi nuala nubia nura \
        nuran nuray nurbanu nurda nurdeniz nurey nurgil nurhayet nuria nuriyet nurmelek nurseda nurser nursim nurtaç nurten nurul \
        nurveren nury nurşan nydia nynke nádia nélida nóra núria nüdret nürice oana obdulia octavia octaviana océane oda odalis odalys \
        odeline odette odika odile oeshi ofelia oguş ojasvi olalla olena olga olimpia oliva olivia olivie oluş olívia omaira omaja omisha \
        omya oni oona oonagh ophelia ophélie orfelina orfhlaith oriana orla orlagh orlaigh orlaith ornella orsolya ortansa ortrud ortrun \
        orvokki orçin osha otilia ottilia ottilie otýlie outi oviya oxana ozana pabla paca pacífica padma padmi padraigin pahal paige \
        paksu pallavi palmira paloma pam pamela panini paola paoletta paramita paraschiva paris pascale pascuala pastora patricia \
        patricie patrizia patrícia patty paula paulette paulica paulien pauliina paulin paulina pauline pavani pavla pavlína paye paz \
        peggy pekkan pembesin penny pepita peren perinur perla perlita permun pernilla pernille pesent petra petrona petronela petronila \
        petruța phileine philippa philippine philomena phoebe phyllis pia piedad pien pierina pierrette pietra piia pilar pili pina pippa \
        piran pirjo pirkko piroska pleun polina polly pompilia pooja primitiva prisca priscila priscilla prisha priska priya profira \
        prudencia puck puji puk puput purificación pushti puspa puti putri päivi päivikki pénélope pía pürçek qori queen quinty qushi \
        raagini rabbiye rabea rachael rachana rachel rachelle rachita rada radha radhika radka radmila rafaela rafaella raffaela \
        raffaella rafia rafila ragna ragnhild rahayu rahel rahiye rahmi raija raili raina raisa raissa rajata rajeshri rakide raksha \
        raluca ramona rana randi rani rania raphaela raquel ratih ratna raven rayana rayla raymonde rayén rebeca rebecca rebecka rebeka \
        rebekah rebekka rebihat refet regan regina regine regitse regitze regula rehime reidun reina reingard reinhild reinhilde remedios \
        rena renata renate renee rengül reni renske renáta renée resi restu reva revza reyna rezin rhian rhianna rhianne rhiannon rhonda \
        ria rica ricarda ridhi rigmor riikka riitta rika rikke rina rini rita ritt ritva riya roberta robertina robyn rocio rocío rodica \
        roise roisin rojnu roksana romaine romana romane romanița romina romy ronja ronya roos roosa rosa rosalba rosalia rosalie \
        rosalina rosalinda rosalinde rosalva rosalía rosanna rosaria rosaura rose roseanna rosel roselinde rosemarie rosemary rosenda \
        rosetta rosette rosi rosie rosina rosita rosl rosmarie rossana roswita roswitha rotraud rotraut roxana roxane roxelana roza \
        rozalia rozalija rozália rubiela ruby rufina ruhide ruhugül rumeysa ruperta rut ruth ruthild ruxanda ruxandra ruzica ruža ružica \
        réka róza rózsa róża rümeysa rıfkıye růžena saanvi saar saara sabihe sabina sabine sabrina sabır sachi sadeti sadina sadiye \
        safina safinaz safta safura saga sahil sahra saire sakura salimah salimet sally salma salome salomea salomé salsabila salud salwa \
        samahat samanta samantha samiah samira sanavber sanaya sanda sandra sandrine sandy sanela sanije sanja sanna sanne sanni sanur \
        sanya saoirse sara sarah sarai sari sarina sarita sarya saskia satu saturnina satıa saumya savannah saveta savina saygın saçı \
        scarlet scarleth scarlett scarlette seana seanan seaneen seanna sebigül seblâ sedife sefer sehel seija sejda selcen selena selime \
        selin selina seline selma selmin selçuk semat semenica semine semra semrin sena seniha senta seona septi serafina seraina sereina \
        serena serfinaz serma sernur serpil servinaz sessa sevcan sevdinar severina sevgen sevginur sevican sevim sevla sevsevil seyhan \
        seyyide sezen seçgül shakila shana shania shanice shanna shannan shannen shannon shari sharon shauna shauneen shawna sheena \
        sheila shelby shelia shelley shelly sheree sheri sherri sherry sheryl shirley shivani shona shpresa shqipe shravya sian sibel \
        sibilla sibille sibylla sibylle sidar sidonia sieglinde siegrid siegried siegrun sien siena sienna sierra siglinde signe sigrid \
        sigrun siiri silanur silja silje silke sille silva silvana silvia silviana silvie simber simina simona simone simonetta simonne \
        simten sina sinaida sindy sine sinead sini sinikka siobhan siofra sirap siri sirkka sirpa siska sisko sissel siti siv siya \
        sladjana slavica slavěna smaranda sneha snezana snježana socorro sofi sofia sofie sofija sofía solange sole soledad solma solveig \
        solvej solène songül sonia sonja sonnur sonya sophia sophie soraia sorana soraya sorcha sorina soykan soňa speranța stacey stacie \
        stacy stana stanca stanislava stefani stefania stefanie steffi stela steliana stella steluța stephanie stephany sterre stien \
        stilla stina stine stéphanie subutiye suci sudiksha sue suhani sultane summer sunay susam susan susana susanita susann susanna \
        susannah susanne suse susi sussanne sussie suus suvi suzana suzanna suzanne suze suzy svea svenja svetlana světlana swantje \
        swetlana syahrini sybilla sybille sydney sylke sylvana sylvia sylviane sylvie sylwia synnøve sys szilvia sára sânziana séverine \
        sónia söyler sørine søs süheyda süleyla sümerya süner süsen süzer sırriye tabea tabita tabitha tagangül taina talia talibe \
        tamanna tamara tami tammie tammy tan tangül tania tanja tanmayi tanses tantri tanvi tanya tanyu tara tari tarja taru tasha tasvir \
        tatiana tatjana tayyibe taçnur tea tecla teea teija teknaz tellervo telse temime teodora teodosia teona tercan tere teresa terese \
        teresia teresita tereza terezija terhi terri terttu teréz terézia tess tessa teuta teybet teófila thea theda thekla theodora \
        theres theresa therese theresia therése thi thiare thérèse tia tiara tiare tiarna tiberia ticen tiegan tiffany tiia tiina tilda \
        tilde tilly timea tina tinca tincuța tindra tine tineke tinne tira tirza titi titin tiziana tola tomasa tomurcuk tone tonia \
        tonicha tonje tonya tora tori torill tory tova tove tracey traci tracie traude traudel traudl traute tricia trine trini trinidad \
        tripti triveni triya trude trudel trudi tuana tudora tudorița tudosia tuija tule tulia turcein turid turvi tutkucan tuula tuuli \
        tuulia tuulikki tuva tuğçe tyra tânia tímea tülay tülin tünde türcan türkan türknur tüzenur uberlinda ubika ucchal uchita udyati \
        ulla ulrica ulrika ulrike ulva ulya uma umi ummahani umuşan una undine unjani unnati unni upadhriti upasna upma urishilla urmi \
        ursel ursina ursula urszula urte urvashi urvi uschi usyi uta ute uyanser uğur vacibe vaishnavi vajèn valborg valentina valentine \
        valeri valeria valerie valeska valéria valérie vamakshi vanda vanesa vanessa vania vanja vansha vanya varenya varlık varsha \
        varvara vasana vasatika vasilica vasudha vecide veda vedhika vedika veera veerle vefia vendela vendula venera venla vera verde \
        verena veronica veronika veronique verónica vesna veta vezrife vicenta vicenția vicki vickie vicky victoire victoria victória \
        vidhi viivi viktoria viktorie viktória vildane vilde vilhelmiina vilhelmina vilma vinaya vincenza viola violet violeta violetta \
        violette viorela viorica virginia virginie viridiana virpi virág visitación vittoria vitória viveka vivi vivian viviana viviane \
        vivianne vivien vivienne vjollca vladimíra vlora vlădelina voichița vreneli vrinda vrishti vritti vuokko vyanjana véronique věra \
        waida wakeeta walburga waldtraut walentina walli wally waltraud waltraut waltrud wanda wani warda warhi watika weena wenche \
        wencke wendolin wendy wenke wera whitney wibke widisha widya wiebke wilfriede wilhelmina wilhelmine wilma wiltrud winda winni \
        winnie wirda wishi wulan xalak xenia ximena xiomara xiti yachana yadavi yadira yael yahvi yahşi yaiza yamile yamilet yamini yana \
        yanara yance yanet yaneth yani yanina yanira yara yaritza yasemen yasemin yashasvi yashawini yashica yashoda yashodhara yashvi \
        yasmin yasmina yasmine yasmín yasna yasti yauvani yazgül yazmín yaşar yda yeimy yekbun yeni yenifer yenny yeny yepelek yesenia \
        yesica yessenia yessi yessica yeşil yfke yina yineth yinthe ylenia ylva ylvie yocelyn yochana yohana yolanda yolande yolima \
        yoselin yoshita yosma yrsa yudy yuli yulia yuliana yulieth yuly yuni yunita yurani yurany yurdaser yuridia yurtseven yury yutika \
        yvette yvonne yésica yéssica yücel yıldız zaenab zaharia zahfer zahra zaida zaira zaitra zaliha zalindra zamfira zamira zansi \
        zara zaraza zarna zdenka zdeňka zdislava zebirce zehnia zehra zehranur zelaya zelda zelha zelma zemzem zenia zenobia zenovia \
        zenta zerafet zeride zevlüde zeynep zeyno zilfa zilmil zina zinal zinnure zita zizi zoe zoey zofia zoila zora zoraida zorica \
        zorka zoé zoë zsanett zsuzsanna zsófia zubeyde zulaikha zulema zulfa zulma zunilda zuzana zöhrehan züheyla zülbiye zülfüye zümre \
        áfrica ágata ágatha ágnes águeda ámbar ángela ángeles áurea âlemşah ângela änne åsa åse çalım çağlar çevregül çilga çisem çolpan \
        édith élisabeth élise élodie éléonore émilie érica éva íngrid íris ísis ömriye örfiye övün özay özbilge özdeş özge özgün özlem \
        özpetek özyurt úrsula üge ülke ülküm ümmahan ümmühan ümray ünal ürper üçgül đurđica şadıman şahdiye şahinder şahnuray şahıgül \
        şamiha şayan şazime şefiye şehreban şehza şelâle şemsinisa şennur şeref şerman şevketfeza şeyda şilan şirivan şöhret şüküfe \
        štefanija štefica štěpánka šárka žaneta željka žofie ștefana ștefania агата агафья акулина алевтина александра алина алла \
        анастасия ангелина анжела анжелика анна антонина валентина валерия варвара василиса вера вероника виктория галина глафира дарья \
        евгения евдокия евпраксия евфросиния екатерина елена елизавета жанна зинаида зоя иванна ираида ирина кира клавдия ксения лариса \
        лидия лора лукия любовь людмила майя маргарита марина мария марфа милица надежда наина наталья нина нинель нонна оксана октябрина \
        олимпиада ольга пелагея полина прасковья раиса регина светлана синклитикия софия таисия тамара татьяна ульяна фаина феврония \
        фёкла элеонора эмилия юлия
        """
}
