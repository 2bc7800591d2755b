/**
 * German abbreviations that are written with a full stop: how they are spoken, and whether a sentence can end with them.
 *
 * To add one, add a line. If the line has an entry in column 4, also run `node build/abbreviations.mjs`: it copies that column to
 * abbreviation-breaks.generated.ts, because this table is too large to be loaded to split sentences. A test fails if the copy is
 * out of date.
 *
 * Columns:
 * 1. The form by DIN 5008, with a space inside if it stands for several words.
 * 2. What is spoken. A hyphen at the end stands for the ending of an adjective, which depends on the context. Empty if the
 *    abbreviation is left as it is, because no reading is certain.
 * 3. `end` if a sentence can end with it, even if only because it is also a word („Art.“). Without `end`, it is spoken as in
 *    column 2 only if the sentence continues after it.
 * 4. Whether a sentence ends after it if the next word is capitalized: `never`, `perhaps` (only if the next word is capitalized
 *    only at the beginning of a sentence), or `always`. Only for abbreviations that look like ordinary words. Leave it empty for
 *    all others: german-full-stops.ts recognizes them by their form, such as a single letter or a word without a vowel.
 * 5. The only context in which it is spoken as in column 2: `_1` before a number, `1_` after a number, `1` next to a number, `_A` before a capital
 *    letter, `A_` after a capitalized word, `_a` before a single lower-case letter, `month` where
 *    it is no name. Empty if it is spoken so everywhere.
 *
 * Five forms have both `end` and `never`: a sentence can end with them, but if a capitalized word follows, it is far more often
 * part of the same sentence („Az. BGH“, „Fr. Meier“, „geb. Huber“). „al.“ is here for „et al.“, whose last word alone is looked
 * up to split sentences, because there is no full stop before it.
 *
 * Sources: Duden, „Die deutsche Rechtschreibung“ (entries and the list of abbreviations); „Amtliches Regelwerk der deutschen
 * Rechtschreibung“, § 101–103, on the full stop of abbreviations; DIN 5008 on the space inside („z. B.“); Österreichisches
 * Wörterbuch and the Swiss „Schreibweisungen“ of the Federal Chancellery for forms of these countries.
 */
const DATA = `
a. a. O.|am angegebenen Ort|end|never
Abb.|Abbildung|end|perhaps
Abf.|Abfahrt
Abg.|Abgeordnete|||_A
Abh.|Abhandlung
Abk.|Abkürzung
Abs.|Absatz|end|perhaps|_1
Abschn.|Abschnitt||never
Abt.|Abteilung|end|perhaps
abzgl.|abzüglich
a. D.|außer Dienst|end
a. d.|an der|||_A
a. E.|am Ende|end
a. F.|alter Fassung|end
Adj.|Adjektiv|end
Adr.|Adresse
Adv.|Adverb|end
a. G.|auf Gegenseitigkeit|end
ahd.|althochdeutsch-||never
Akk.|Akkusativ|end
allg.|allgemein||never
al.||end|perhaps
a. M.|am Main|end
amerik.|amerikanisch-||never
amtl.|amtlich-
Anf.|Anfang||never
Anh.|Anhang|end
Ank.|Ankunft
Anl.|Anlage
Anm.|Anmerkung||never
anschl.|anschließend||never
apl.|außerplanmäßig-
App.|Apparat|end||_1
Apr.|April|end
a. Rh.|am Rhein|end
arab.|arabisch-||never
Arch.|Architekt|||_A
Art.|Artikel|end|perhaps|_1
Aufl.|Auflage|end|perhaps
Aug.|August|end|perhaps|month
Ausg.|Ausgabe|end|perhaps
ausschl.|ausschließlich
Az.|Aktenzeichen|end|never
bayer.|||never
Bayer.|||never
bayr.|||never
b. a. W.|bis auf Weiteres|end
Bd.|Band|end
Bde.|Bände|end
bearb.|bearbeitet
begl.|beglaubigt
Begr.|Begründer
belg.|belgisch-||never
bes.|besonders||never
Best.-Nr.|Bestellnummer
Betr.|Betreff
betr.|betreffend
bez.|bezahlt||never
Bez.|Bezirk|end|never
bfn.|brutto für netto
BGBl.|Bundesgesetzblatt|end
Bgld.|Burgenland|end
Bgm.|Bürgermeister|||_A
Bhf.|Bahnhof|end
Bj.|Baujahr|end||1
Bl.|Blatt|end||_1
Bp.|Basispunkte|end||1_
brit.|britisch-||never
Bsp.|Beispiel|end
bspw.|beispielsweise
btto.|brutto
bzgl.|bezüglich
bzw.|beziehungsweise||never
ca.|circa||never
cand.|Kandidat
cf.|vergleiche
chin.|chinesisch-||never
christl.|christlich-
Cie.|Compagnie|end
Co.||end|perhaps
Corp.||end|perhaps
d. Ä.|der Ältere|end
Dat.||end
dergl.|dergleichen|end
ders.|derselbe||never
Dez.|Dezember|end|perhaps
dgl.|dergleichen|end
d. Gr.|der Große|end
d. h.|das heißt||never
Di.||end|perhaps
d. i.|das ist
Dipl.|Diplom
Dipl.-Ing.|Diplomingenieur
Dipl.-Kfm.|Diplomkaufmann
Dipl.-Psych.|Diplompsychologe
Dir.|Direktor|end||_A
Diss.|Dissertation|end
d. J.|dieses Jahres|end
d. Red.|der Redaktion|end
d. s.|das sind
d. M.|dieses Monats|end
Do.||end|perhaps
diesbzgl.|diesbezüglich
do.|dito|end
Doz.|Dozent||never
Dr.|Doktor||never
Dr. h. c.|Doktor honoris causa
Dr.in|Doktorin|||_A
Dres.|Doktores
Dt.|deutsch-
dt.|deutsch-||never
dtsch.|deutsch-
Dtzd.|Dutzend|end
durchschn.|durchschnittlich||never
d. Verf.|der Verfasser|end
ebd.|ebenda|end|perhaps
eff.|effektiv
e. G.|e G|end
ehem.|ehemalig-||never
eidg.|eidgenössisch-
eigtl.|eigentlich
em.|emeritiert-||never
einschl.|einschließlich||never
engl.|englisch-
Einw.|Einwohner|end
entspr.|entsprechend
entw.|entweder
erg.|ergänze
Erl.|Erläuterung
erw.|erweitert||never
Erw.|Erwachsene|end||1
et al.|und andere|end
etc.|et cetera|end|always
europ.|europäisch-||never
erm.|ermäßigt||never|1
ev.|evangelisch-||never
e. V.|e V|end
evang.|evangelisch-||never
evtl.|eventuell
exkl.|exklusive
Expl.|Exemplare|end||1_
f.|folgende|end|perhaps|1_
Fa.|Firma||never
Fam.|Familie||never
Feb.|Februar|end|perhaps
Febr.|Februar|end
ff.|folgende|end||1_
Fig.|Figur|end||_1
finn.|finnisch-||never
Fn.|Fußnote|end
Forts.|Fortsetzung|end
Fr.|Frau|end|never|_A
fr.|Franken|end||1_
Frhr.|Freiherr
Frl.|Fräulein
frz.|französisch-
franz.|französisch-||never
geb.|geboren|end|never
Gebr.|Gebrüder
gegr.|gegründet
gem.|gemäß||never
Gen.||end|perhaps
gen.|genannt
germ.|germanisch-||never
Ges.|Gesellschaft|end|perhaps
gesch.|geschieden|end
Ges. m. b. H.|Gesellschaft mit beschränkter Haftung|end
gest.|gestorben|end|never
gez.|gezeichnet||never
ggf.|gegebenenfalls
ggfs.|gegebenenfalls
ggü.|gegenüber||never
griech.|griechisch-||never
h. M.|herrschende Meinung|end
Halbs.||end|perhaps
Hbf.|Hauptbahnhof|end
hebr.|hebräisch-
Hg.|Herausgeber|end
Hj.|Halbjahr|end||1_
hg.|herausgegeben
hist.|historisch-||never
Hl.|heilig-
hl.|heilig-
Hptst.|Hauptstadt|end
Hr.|Herr||never
Hrn.|Herrn
Hrsg.|Herausgeber|end
hrsg.|herausgegeben
i. A.|im Auftrag
i. Allg.|im Allgemeinen||never
i. Br.|im Breisgau|end
i. d. F.|in der Fassung
idF|in der Fassung
i. d. R.|in der Regel|end
idR|in der Regel|end
i. d. S.|in diesem Sinne|end
i. E.|im Elfmeterschießen|end||1
i. e. S.|im engeren Sinne|end
i. H. v.|in Höhe von
ill.|illustriert||never
Inc.||end|perhaps
incl.|||never
ind.|indisch-||never
Ing.|Ingenieur||never
Inh.|Inhaber
inkl.|inklusive
insb.|insbesondere||never
insbes.|insbesondere||never
insges.|insgesamt
Int.|international-
int.|international-||never
internat.|international-||never
i. R.|im Ruhestand|end
ital.|italienisch-||never
iur.|iuris
J.|Jahre|end||1_
i. S.|im Sinne
i. S. d.|im Sinne des
iSd|im Sinne des
i. S. v.|im Sinne von
i. Tr.|in der Trockenmasse|end
i. V.|in Vertretung
i. V. m.|in Verbindung mit
iVm|in Verbindung mit
i. Vj.|im Vorjahr|end
i. w. S.|im weiteren Sinne|end
Jan.|Januar|end|perhaps|month
Jän.|Jänner|end|perhaps
jap.|japanisch-||never
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
Joh.|Johannes|end|perhaps|_1
Jr.|Junior|end||A_
jr.|junior|end
jüd.|jüdisch-
Jul.|Juli|end|perhaps|month
Jun.|Juni|end|perhaps|month
jun.|junior|end|perhaps
jur.|juris||never
k. A.|keine Angabe|end
kaiserl.|kaiserlich-
Kap.|Kapitel|end|perhaps|_1
kath.|katholisch-||never
kaufm.|kaufmännisch-
Kfm.|Kaufmann
kgl.|königlich-
Ki.|Kinder|end||1
Kl.|Klasse|end||_1
Kor.|Korinther|end|perhaps|_1
königl.|königlich-
Kto.|Konto|end|perhaps
Kto.-Nr.|Kontonummer
k. u. k.|kaiserlich und königlich
k. k.|kaiserlich-königlich
Kt.|Kanton|||_A
landw.|landwirtschaftlich-
lat.|lateinisch-||never
led.|ledig|end
lfd.|laufend-
Lfg.|Lieferung|end
Lic.|Lizenziat||never
lic.|Lizenziat||never
lit.|litera|||_a
Lit.|Literatur|end|perhaps
Lkr.|Landkreis
Lt.|Leutnant|||_A
lt.|laut
Ltd.|Limited|end
ltd.|leitend-
luth.|lutherisch-
m. a. W.|mit anderen Worten
männl.|männlich-||never
Mag.|Magister||never|_A
Mag.a|Magistra|||_A
max.|maximal||never
Maj.|Major|||_A
masch.|maschinell
M’gladbach|Mönchengladbach|end
Mask.|Maskulinum|end
math.|mathematisch-||never
m. E.|meines Erachtens
med.|med||never
mhd.|mittelhochdeutsch-
Mi.||end|perhaps
Mia.|Milliarden|end||1_
milit.|militärisch-
Min.|Minuten|end|perhaps|1_
min.|minimal|end|perhaps|_1
mind.|mindestens||never
Mio.|Millionen|end|perhaps
mlat.|mittellateinisch-
Mo.||end|perhaps
Mon.|Monate|end||1_
Mrd.|Milliarden|end
Mr.|Mister||never
Mrs.|Missis||never
Ms.|Miss
mtl.|monatlich|end
m. W.|meines Wissens
m. w. N.|mit weiteren Nachweisen|end
MwSt.|Mehrwertsteuer|end
Mt.|Mount||never|_A
nachm.|nachmittags|end
n. Br.|nördlicher Breite|end
n. Chr.|nach Christus|end
n. E.|nach Elfmeterschießen|end||1
n. F.|neuer Fassung|end
n. J.|nächsten Jahres|end
n. P.|nach Penaltyschießen|end||1
ndl.|niederländisch-
niederl.|niederländisch-||never
nördl.|nördlich
No.|Nummer||never|_1
NÖ.|Niederösterreich|end
Nom.|Nominativ|end
norw.|norwegisch-||never
Nov.|November|end|perhaps
Nr.|Nummer||never
Nrn.|Nummern
n. u. Z.|nach unserer Zeitrechnung|end
n. V.|nach Verlängerung|end
o. a.|oben angeführt-
o. Ä.|oder Ähnliches|end|perhaps
o. ä.|oder ähnlich|end|perhaps
o. B.|ohne Befund|end
Obb.|Oberbayern|end
o. dgl.|oder dergleichen|end
od.|oder
o. g.|oben genannt-
o. J.|ohne Jahr|end
Oö.|Oberösterreich|end
Okt.|Oktober|end|perhaps
ö. L.|östlicher Länge|end
Op.|Opus|end|perhaps|_1
op.|Opus|end|perhaps|_1
o. O.|ohne Ort|end
Orig.|Original
OÖ.|Oberösterreich|end
örtl.|örtlich-
österr.|österreichisch-||never
östl.|östlich
p. a.|per annum|end|perhaps
päd.|pädagogisch-
P. b. b.|Postgebühr bar bezahlt|end
pers.|persönlich
Pf.|Pfennig|end||1_
Pfd.|Pfund|end
Pfr.|Pfarrer|||_A
phil.|phil||never
phys.|physikalisch-
Pkt.|Punkte|end||1_
Pl.|Platz|end||A_
Plur.|Plural|end
p. m.|pro Monat|end
poln.|polnisch-||never
port.|portugiesisch-
Postf.|Postfach
p. P.|pro Person|end
Priv.-Doz.|Privatdozent
Prof.|Professor||never
Prof.in|Professorin|||_A
Prov.|Provinz|end
prot.|protestantisch-
P. S.|Postskriptum
r.-k.|römisch-katholisch-
rd.|rund
Red.|Redaktion|end
red.|redigiert
Ref.|Referat|end
Rep.|||never
Reg.||end
Reg.-Bez.|Regierungsbezirk
rer. nat.|rerum naturalium
resp.|respektive||never
Rn.|Randnummer
Rdn.|Randnummer|||_1
Rdnr.|Randnummer
Ri.|Richtung|||_A
röm.|römisch-||never
röm.-kath.|römisch-katholisch-
Rp.|Rappen|end||1_
Rs.|Rechtssache|||_A
russ.|russisch-||never
Rz.|Randziffer|end|perhaps|_1
S.|Seite|end||1
s.|siehe
s. a.|siehe auch
Sa.||end|perhaps
sächs.|sächsisch-
s. Br.|südlicher Breite|end
schott.|schottisch-
schwed.|schwedisch-||never
schweiz.|schweizerisch-||never
Sr.|Senior|end||A_
s. d.|siehe dort|end
Sek.|Sekunden|end|perhaps|1_
Sekr.|Sekretär
Sen.|Senator|||_A
Seb.|Sebastian||never|_A
sen.|senior|end|perhaps
Sept.|September|end|perhaps
Sep.|September|end|perhaps
s. g.|sogenannt-
slaw.|slawisch-
So.||end|perhaps
s. o.|siehe oben|end|perhaps
sog.|sogenannt-||never
sogen.|sogenannt-||never
Sp.|Spalte|end||_1
span.|spanisch-||never
spez.|speziell||never
St.|Sankt||never|_A
staatl.|staatlich-
städt.|städtisch-
Std.|Stunden|end||1_
Stdn.|Stunden|end
Stck.|Stück|end
Stellv.|Stellvertreter|end
stellv.|stellvertretend-||never
Stk.|Stück|end
Stmk.|Steiermark|end
Str.|Straße|end||A_
stud.|Student
s. u.|siehe unten|end|perhaps
Subst.|Substantiv|end
südd.|süddeutsch-
südl.|südlich
s. v. w.|so viel wie
syn.|synonym
Tab.|Tabelle|end||_1
tägl.|täglich|end
techn.|technisch-||never
Tel.|Telefon|end|perhaps
tel.|||never
tgl.|täglich|end
Tel.-Nr.|Telefonnummer
telef.|telefonisch
Temp.|Temperatur|end
theol.|theol||never
Tit.|Titel|end
Tsd.|Tausend|end
Tz.|Textziffer|||_1
tschech.|tschechisch-||never
türk.|türkisch-||never
u.|und
u. a.|unter anderem|end|perhaps
u. a. m.|und anderes mehr|end
u. Ä.|und Ähnliches|end|perhaps
u. ä.|und ähnlich|end|perhaps
u. A. w. g.|um Antwort wird gebeten|end
u. dgl.|und dergleichen|end|always
u. d. M.|unter dem Meeresspiegel|end
ü. d. M.|über dem Meeresspiegel|end
u. E.|unseres Erachtens
u. g.|unten genannt-
ü. M.|über Meer|end
ü. NN|über Normalnull|end
überarb.|überarbeitet
übers.|übersetzt||never
ung.|ungarisch-||never
ungef.|ungefähr||never
Univ.|Universität||never|_A
Univ.-Prof.|Universitätsprofessor
unveröff.|unveröffentlicht
urspr.|ursprünglich
Urt.|Urteil|end|perhaps
usf.|und so fort|end|always
usw.|und so weiter|end|always
USt.|Umsatzsteuer|end
u. U.|unter Umständen
u. v. a.|und viele andere|end
u. v. a. m.|und vieles andere mehr|end
u. v. m.|und vieles mehr|end
u. W.|unseres Wissens
u. Z.|unserer Zeitrechnung|end
u. zw.|und zwar
v.|von|||_A
V.|Vers|end||_1
v. a.|vor allem
v. Chr.|vor Christus|end
v. d.|von der|||_A
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
Veränd.|Veränderung
verh.|verheiratet|end
Verl.|Verlag|end
vermutl.|vermutlich
versch.|verschieden-||never
Verw.|Verwaltung|end
verw.|verwitwet|end
vgl.|vergleiche||never
v. i. S. d. P.|verantwortlich im Sinne des Presserechts|end
Vj.|Vorjahr|end
Vol.
Vors.|Vorsitz|end
Vorw.|Vorwort|end
vorm.|vormals
vs.|versus||never
wbl.|weiblich-
weibl.|weiblich-
westl.|westlich
Whg.|Wohnung|end
wg.|wegen
wiss.|wissenschaftlich-||never
w. L.|westlicher Länge|end
w. o.|wie oben|end
wö.|wöchentlich|end
wöchentl.|wöchentlich|end
Wr.|Wiener|||_A
Wwe.|Witwe
Z.|Zeile|end||_1
z. B.|zum Beispiel||never
zB|zum Beispiel
z. Hd.|zu Händen
z. Hdn.|zu Händen
Zi.|Zimmer|end|perhaps
Ziff.|Ziffer|end|perhaps
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
  /** As in DIN 5008, with a space inside if it stands for several words. */
  readonly form: string;
  /** What is spoken, with a hyphen for the ending of an adjective; empty if the abbreviation is left as it is. */
  readonly spoken: string;
  /** Whether a sentence can end with it. */
  readonly mayEnd: boolean;
  /** Whether a sentence ends after it if the next word is capitalized; empty if its form decides. */
  readonly sentenceBreak: '' | 'never' | 'perhaps' | 'always';
  /** The context in which it is spoken so; empty for every context. */
  readonly context: '' | '_1' | '1_' | '1' | '_A' | 'A_' | '_a' | 'month';
}

export const abbreviationTable: readonly Abbreviation[] = DATA.trim()
  .split('\n')
  .map((line) => {
    const [form = '', spoken = '', end, sentenceBreak = '', context = ''] = line.split('|');
    return { form, spoken, mayEnd: end === 'end', sentenceBreak, context } as Abbreviation;
  });
