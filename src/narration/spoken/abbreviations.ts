/**
 * German abbreviations that are written with a point.
 *
 * Sources: Duden, „Die deutsche Rechtschreibung“ (entries and the list of abbreviations); „Amtliches Regelwerk der
 * deutschen Rechtschreibung“, § 101–103 on the point of abbreviations; DIN 5008 on the space inside („z. B.“);
 * Österreichisches Wörterbuch and the Swiss „Schreibweisungen“ of the Federal Chancellery for forms of these countries.
 *
 * Columns:
 * 1. the form, by DIN 5008;
 * 2. what is spoken: an ending `-` stands for an adjective's, which the context gives; nothing where no reading is sure;
 * 3. `end` where a sentence can end with it, be it only because it is a word too („Art.“);
 * 4. where it is read so, if not everywhere: `_1` before a number, `1_` behind one, `_A` before a capital, `A_` behind
 *    a word with a capital, `_a` before a small letter.
 */
const DATA = `
a. a. O.|am angegebenen Ort|end
Abb.|Abbildung|end
Abf.|Abfahrt
Abg.|Abgeordnete||_A
Abh.|Abhandlung
Abk.|Abkürzung
Abs.|Absatz|end|_1
Abschn.|Abschnitt
Abt.|Abteilung|end
abzgl.|abzüglich
a. D.|außer Dienst|end
a. d.|an der||_A
Adj.|Adjektiv|end
Adr.|Adresse
Adv.|Adverb|end
a. G.|auf Gegenseitigkeit|end
ahd.|althochdeutsch-
Akk.|Akkusativ|end
allg.|allgemein
a. M.|am Main|end
amerik.|amerikanisch-
amtl.|amtlich-
Anh.|Anhang|end
Ank.|Ankunft
Anl.|Anlage
Anm.|Anmerkung
anschl.|anschließend
apl.|außerplanmäßig-
App.|Apparat|end|_1
Apr.|April|end
a. Rh.|am Rhein|end
arab.|arabisch-
Arch.|Architekt||_A
Art.|Artikel|end|_1
Aufl.|Auflage|end
Aug.|August|end|1_
Ausg.|Ausgabe|end
ausschl.|ausschließlich
Az.|Aktenzeichen|end
b. a. W.|bis auf Weiteres|end
Bd.|Band|end
Bde.|Bände|end
bearb.|bearbeitet
begl.|beglaubigt
Begr.|Begründer
belg.|belgisch-
bes.|besonders
Best.-Nr.|Bestellnummer
Betr.|Betreff
betr.|betreffend
bez.|bezahlt
Bez.|Bezirk|end
bfn.|brutto für netto
BGBl.|Bundesgesetzblatt|end
Bhf.|Bahnhof|end
Bl.|Blatt|end|_1
brit.|britisch-
Bsp.|Beispiel|end
bspw.|beispielsweise
btto.|brutto
bzgl.|bezüglich
bzw.|beziehungsweise
ca.|circa
cand.|Kandidat
cf.|vergleiche
chin.|chinesisch-
christl.|christlich-
Cie.|Compagnie|end
Co.||end
Corp.||end
d. Ä.|der Ältere|end
Dat.||end
dergl.|dergleichen|end
ders.|derselbe
Dez.|Dezember|end
dgl.|dergleichen|end
d. Gr.|der Große|end
d. h.|das heißt
Di.||end
d. i.|das ist
Dipl.|Diplom
Dipl.-Ing.|Diplomingenieur
Dipl.-Kfm.|Diplomkaufmann
Dipl.-Psych.|Diplompsychologe
Dir.|Direktor|end|_A
Diss.|Dissertation|end
d. J.|dieses Jahres|end
d. M.|dieses Monats|end
Do.||end
do.|dito|end
Doz.|Dozent
Dr.|Doktor
Dr. h. c.|Doktor honoris causa
Dr.in|Doktorin||_A
Dres.|Doktores
Dt.|deutsch-
dt.|deutsch-
dtsch.|deutsch-
Dtzd.|Dutzend|end
durchschn.|durchschnittlich
d. Verf.|der Verfasser|end
ebd.|ebenda|end
eff.|effektiv
e. G.|e G|end
ehem.|ehemalig-
eidg.|eidgenössisch-
eigtl.|eigentlich
einschl.|einschließlich
engl.|englisch-
Einw.|Einwohner|end
entspr.|entsprechend
entw.|entweder
erg.|ergänze
Erl.|Erläuterung
erw.|erweitert
et al.|und andere|end
etc.|et cetera|end
europ.|europäisch-
ev.|evangelisch-
e. V.|e V|end
evang.|evangelisch-
evtl.|eventuell
exkl.|exklusive
Expl.|Exemplare|end|1_
f.|folgende|end|1_
Fa.|Firma
Fam.|Familie
Feb.|Februar|end
Febr.|Februar|end
ff.|folgende|end|1_
Fig.|Figur|end|_1
finn.|finnisch-
Fn.|Fußnote|end
Forts.|Fortsetzung|end
Fr.|Frau|end|_A
fr.|Franken|end|1_
Frhr.|Freiherr
Frl.|Fräulein
frz.|französisch-
franz.|französisch-
geb.|geboren|end
Gebr.|Gebrüder
gegr.|gegründet
gem.|gemäß
Gen.||end
gen.|genannt
germ.|germanisch-
Ges.|Gesellschaft|end
gesch.|geschieden|end
Ges. m. b. H.|Gesellschaft mit beschränkter Haftung|end
gest.|gestorben|end
gez.|gezeichnet
ggf.|gegebenenfalls
ggfs.|gegebenenfalls
ggü.|gegenüber
griech.|griechisch-
Hbf.|Hauptbahnhof|end
hebr.|hebräisch-
Hg.|Herausgeber|end
hg.|herausgegeben
hist.|historisch-
Hl.|heilig-
hl.|heilig-
Hptst.|Hauptstadt|end
Hr.|Herr
Hrn.|Herrn
Hrsg.|Herausgeber|end
hrsg.|herausgegeben
i. A.|im Auftrag
i. Allg.|im Allgemeinen
i. Br.|im Breisgau|end
i. d. F.|in der Fassung
i. d. R.|in der Regel|end
i. d. S.|in diesem Sinne|end
i. e. S.|im engeren Sinne|end
i. H. v.|in Höhe von
ill.|illustriert
Inc.||end
ind.|indisch-
Ing.|Ingenieur
Inh.|Inhaber
inkl.|inklusive
insb.|insbesondere
insbes.|insbesondere
insges.|insgesamt
Int.|international-
int.|international-
internat.|international-
i. R.|im Ruhestand|end
ital.|italienisch-
i. S.|im Sinne
i. S. d.|im Sinne des
i. S. v.|im Sinne von
i. Tr.|in der Trockenmasse|end
i. V.|in Vertretung
i. V. m.|in Verbindung mit
i. w. S.|im weiteren Sinne|end
Jan.|Januar|end|1_
Jän.|Jänner|end
jap.|japanisch-
Jg.|Jahrgang|end
Jgg.|Jahrgänge|end
Jh.|Jahrhundert|end
Jhd.|Jahrhundert|end
Jhdt.|Jahrhundert|end
Jhdts.|Jahrhunderts|end
Jhs.|Jahrhunderts|end
jmd.|jemand
jmdm.|jemandem
jmdn.|jemanden
jmds.|jemandes
jr.|junior|end
jüd.|jüdisch-
Jul.|Juli|end|1_
Jun.|Juni|end|1_
jun.|junior|end
jur.|jur
k. A.|keine Angabe|end
kaiserl.|kaiserlich-
Kap.|Kapitel|end|_1
kath.|katholisch-
kaufm.|kaufmännisch-
Kfm.|Kaufmann
kgl.|königlich-
Kl.|Klasse|end|_1
königl.|königlich-
Kto.|Konto|end
Kto.-Nr.|Kontonummer
k. u. k.|kaiserlich und königlich
k. k.|kaiserlich-königlich
Kt.|Kanton||_A
landw.|landwirtschaftlich-
lat.|lateinisch-
led.|ledig|end
lfd.|laufend-
Lfg.|Lieferung|end
Lic.|Lizenziat
lic.|Lizenziat
lit.|litera||_a
Lit.|Literatur|end
Lkr.|Landkreis
Lt.|Leutnant||_A
lt.|laut
Ltd.|Limited|end
ltd.|leitend-
luth.|lutherisch-
m. a. W.|mit anderen Worten
männl.|männlich-
Mag.|Magister||_A
Mag.a|Magistra||_A
max.|maximal
Maj.|Major||_A
masch.|maschinell
Mask.|Maskulinum|end
math.|mathematisch-
m. E.|meines Erachtens
med.|med
mhd.|mittelhochdeutsch-
Mi.||end
Mia.|Milliarden|end|1_
milit.|militärisch-
Min.|Minuten|end|1_
min.|minimal|end|_1
mind.|mindestens
Mio.|Millionen|end
mlat.|mittellateinisch-
Mo.||end
Mrd.|Milliarden|end
Mr.|Mister
Mrs.|Missis
Ms.|Miss
mtl.|monatlich|end
m. W.|meines Wissens
MwSt.|Mehrwertsteuer|end
nachm.|nachmittags|end
n. Br.|nördlicher Breite|end
n. Chr.|nach Christus|end
n. J.|nächsten Jahres|end
ndl.|niederländisch-
niederl.|niederländisch-
nördl.|nördlich
Nom.|Nominativ|end
norw.|norwegisch-
Nov.|November|end
Nr.|Nummer
Nrn.|Nummern
n. u. Z.|nach unserer Zeitrechnung|end
o. a.|oben angeführt-
o. Ä.|oder Ähnliches|end
o. ä.|oder ähnlich|end
o. B.|ohne Befund|end
Obb.|Oberbayern|end
o. dgl.|oder dergleichen|end
od.|oder
o. g.|oben genannt-
o. J.|ohne Jahr|end
Okt.|Oktober|end
ö. L.|östlicher Länge|end
Op.|Opus|end|_1
op.|Opus|end|_1
o. O.|ohne Ort|end
Orig.|Original
örtl.|örtlich-
österr.|österreichisch-
östl.|östlich
p. a.|per annum|end
päd.|pädagogisch-
P. b. b.|Postgebühr bar bezahlt|end
pers.|persönlich
Pf.|Pfennig|end|1_
Pfd.|Pfund|end
Pfr.|Pfarrer||_A
phil.|phil
phys.|physikalisch-
Pkt.|Punkte|end|1_
Pl.|Platz|end|A_
Plur.|Plural|end
p. m.|pro Monat|end
poln.|polnisch-
port.|portugiesisch-
Postf.|Postfach
p. P.|pro Person|end
Priv.-Doz.|Privatdozent
Prof.|Professor
Prof.in|Professorin||_A
Prov.|Provinz|end
prot.|protestantisch-
P. S.|Postskriptum
r.-k.|römisch-katholisch-
rd.|rund
Red.||end
red.|redigiert
Ref.|Referat|end
Reg.||end
Reg.-Bez.|Regierungsbezirk
rer. nat.|rerum naturalium
resp.|respektive
Rn.|Randnummer
Rdnr.|Randnummer
röm.|römisch-
röm.-kath.|römisch-katholisch-
Rp.|Rappen|end|1_
russ.|russisch-
S.|Seite|end|_1
s.|siehe
s. a.|siehe auch
Sa.||end
sächs.|sächsisch-
s. Br.|südlicher Breite|end
schott.|schottisch-
schriftl.|schriftlich
schwed.|schwedisch-
schweiz.|schweizerisch-
s. d.|siehe dort|end
Sek.|Sekunden|end|1_
Sekr.|Sekretär
Sen.|Senator||_A
sen.|senior|end
Sept.|September|end
Sep.|September|end
s. g.|sogenannt-
slaw.|slawisch-
So.||end
s. o.|siehe oben|end
sog.|sogenannt-
sogen.|sogenannt-
Sp.|Spalte|end|_1
span.|spanisch-
spez.|speziell
St.|Sankt||_A
staatl.|staatlich-
städt.|städtisch-
Std.|Stunden|end|1_
Stdn.|Stunden|end
Stck.|Stück|end
Stellv.|Stellvertreter|end
stellv.|stellvertretend-
Stk.|Stück|end
Str.|Straße|end|A_
stud.|Student
s. u.|siehe unten|end
Subst.|Substantiv|end
südd.|süddeutsch-
südl.|südlich
s. v. w.|so viel wie
syn.|synonym
Tab.|Tabelle|end|_1
tägl.|täglich|end
techn.|technisch-
Tel.|Telefon|end
Tel.-Nr.|Telefonnummer
telef.|telefonisch
Temp.|Temperatur|end
theol.|theol
Tit.|Titel|end
Tsd.|Tausend|end
tschech.|tschechisch-
türk.|türkisch-
u.|und
u. a.|unter anderem|end
u. a. m.|und anderes mehr|end
u. Ä.|und Ähnliches|end
u. ä.|und ähnlich|end
u. A. w. g.|um Antwort wird gebeten|end
u. dgl.|und dergleichen|end
u. d. M.|unter dem Meeresspiegel|end
ü. d. M.|über dem Meeresspiegel|end
u. E.|unseres Erachtens
u. g.|unten genannt-
ü. M.|über Meer|end
ü. NN.|über Normalnull|end
überarb.|überarbeitet
übers.|übersetzt
ung.|ungarisch-
ungef.|ungefähr
Univ.|Universität||_A
Univ.-Prof.|Universitätsprofessor
unveröff.|unveröffentlicht
urspr.|ursprünglich
usf.|und so fort|end
usw.|und so weiter|end
u. U.|unter Umständen
u. v. a.|und viele andere|end
u. v. a. m.|und vieles andere mehr|end
u. v. m.|und vieles mehr|end
u. W.|unseres Wissens
u. Z.|unserer Zeitrechnung|end
u. zw.|und zwar
v.|von||_A
V.|Vers|end|_1
v. a.|vor allem
v. Chr.|vor Christus|end
v. d.|von der||_A
v. H.|vom Hundert|end
v. J.|vorigen Jahres|end
v. l.|von links|end
v. l. n. r.|von links nach rechts|end
v. M.|vorigen Monats|end
v. r.|von rechts|end
v. T.|vom Tausend|end
v. u. Z.|vor unserer Zeitrechnung|end
Vb.|Verb|end
verb.|verbessert
Verf.|Verfasser|end
verh.|verheiratet|end
Verl.|Verlag|end
vermutl.|vermutlich
versch.|verschieden-
Verw.|Verwaltung|end
verw.|verwitwet|end
vgl.|vergleiche
v. i. S. d. P.|verantwortlich im Sinne des Presserechts|end
Vol.
Vors.|Vorsitz|end
Vorw.|Vorwort|end
vorm.|vormals
vs.|versus
wbl.|weiblich-
weibl.|weiblich-
westl.|westlich
Whg.|Wohnung|end
wg.|wegen
wiss.|wissenschaftlich-
w. L.|westlicher Länge|end
w. o.|wie oben|end
wö.|wöchentlich|end
wöchentl.|wöchentlich|end
Wwe.|Witwe
Z.|Zeile|end|_1
z. B.|zum Beispiel
z. Hd.|zu Händen
z. Hdn.|zu Händen
Zi.|Zimmer|end
Ziff.|Ziffer|end
zit.|zitiert
z. K.|zur Kenntnis|end
zool.|zoologisch-
z. S.|zur See|end
z. T.|zum Teil|end
Ztr.|Zentner|end
Ztschr.|Zeitschrift|end
zul.|zulässig-
zus.|zusammen
zw.|zwischen
z. w. V.|zur weiteren Veranlassung|end
z. Z.|zurzeit|end
z. Zt.|zurzeit|end
zzgl.|zuzüglich
zzt.|zurzeit|end`;

export interface Abbreviation {
  /** As DIN 5008 has it, with a space inside where there are two words. */
  readonly form: string;
  /** What it is spoken as, an adjective without its ending but a hyphen; empty where it is left as it is. */
  readonly spoken: string;
  /** Whether a sentence can end with it; if not, something always follows it. */
  readonly mayEnd: boolean;
  /** Where it is spoken so: the places of column 4, or everywhere. */
  readonly context: '' | '_1' | '1_' | '_A' | 'A_' | '_a';
}

export const abbreviationTable: readonly Abbreviation[] = DATA.trim()
  .split('\n')
  .map((line) => {
    const [form = '', spoken = '', end, context = ''] = line.split('|');
    return { form, spoken, mayEnd: end === 'end', context: context as Abbreviation['context'] };
  });
