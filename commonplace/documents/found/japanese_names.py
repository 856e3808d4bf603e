"""Common Japanese names, to tell family from given names; our own compilation.

Romanised names stand without marks of length (``o`` for ō and ou at a word's end), as ``plain_romaji`` leaves them.
"""

from __future__ import annotations

import re
import unicodedata

_FAMILY_WORDS = """
    abe adachi aikawa aizawa akamatsu akasaka akita akiyama akiyoshi amano ando aoki aoyama arai arakawa araki
    arita asai asakura asano aso azuma baba bando chiba daimon date doi ebihara eguchi endo enomoto eto ezaki
    fujii fujikawa fujimori fujimoto fujimura fujino fujioka fujisaki fujisawa fujishima fujita fujiwara
    fujiyama fukuda fukuhara fukui fukumoto fukunaga fukuoka fukushima fukuyama fukuzawa funabashi furuhashi
    furukawa furuta furuya goto haga hagiwara hamada hamaguchi hamamoto hanada hanai handa hara harada hasebe
    hasegawa hashiguchi hashimoto hata hatakeyama hatoyama hattori hayakawa hayashi hayashida higa higashi
    higuchi hino hirabayashi hirai hirano hirao hirata hirayama hirose hirota honda honma hori horie horiguchi
    horikawa horita horiuchi hosaka hoshi hoshino hosoda hosokawa hosono hosoya hotta ichihara ichikawa ida
    igarashi iguchi iida iijima iizuka ikeda ikegami ikeuchi imagawa imai imamura imanishi inaba inada inagaki
    inoki inoue irie isaka ishibashi ishiba ishida ishigaki ishiguro ishihara ishii ishikawa ishimoto ishimura
    ishino ishioka ishiyama ishizaka ishizuka isobe isoda ito iwai iwamoto iwasa iwasaki iwase iwata iwaya
    iwayama izumi jimbo jinbo jinno kadota kagawa kai kaji kajiwara kajiyama kakuta kamata kambe kameda kamei
    kamikawa kamiya kamiyama kanai kanazawa kanda kaneda kanehara kaneko kanemaru kanno kasahara kasai kashima
    kashiwagi kataoka katayama kato katsumata katsura kawabata kawabe kawada kawaguchi kawahara kawai kawakami
    kawamoto kawamura kawanishi kawano kawasaki kawashima kawata kawauchi kawazoe kida kihara kijima kikuchi
    kikuta kimura kinoshita kirihara kishi kishida kishimoto kitada kitagawa kitahara kitajima kitamura kitano
    kitaoka kitayama kitazawa kobayakawa kobayashi kodama koga koide koike koizumi kojima komatsu komori komura
    kondo kono konishi konno koshi koyama koyano kozai kubo kubota kudo kuga kumagai kunihiro kurata kurihara
    kurita kuroda kurokawa kurosaki kurosawa kusaka kusano kuwabara kuwahara maeda maehara maekawa makino maki
    maruyama masuda masui matano matsubara matsuda matsudaira matsui matsukawa matsumoto matsumura matsunaga
    matsuno matsuo matsuoka matsushima matsushita matsuura matsuyama matsuzaki michishita mihara miki minami
    minamoto mine mishima mita mitani miura miwa miyagi miyahara miyake miyamoto miyamura miyashita miyata
    miyauchi miyazaki miyazawa mizuno mizutani mochizuki mogi mori moriguchi morikawa morimoto morimura morinaga
    morioka morisaki morishima morishita morita moriwaki moriya moriyama motegi motoyama mukai murai murakami
    murakawa muramatsu muramoto muranaka murano murao muraoka murase murashima murata murayama muroi muto
    nagahama nagai nagaoka nagano nagasaki nagashima nagata nagayama naito naka nakada nakagawa nakahara nakai
    nakajima nakamoto nakamura nakanishi nakano nakao nakashima nakasone nakata nakatani nakaya nakayama
    nakazato nakazawa namba nara narita naruse negishi nemoto niimi niimura nikai ninomiya nishi nishida
    nishihara nishii nishikawa nishimoto nishimura nishino nishio nishioka nishiyama nishizawa nitta noda
    noguchi noma nomoto nomura nonaka nozaki nozawa numata obata ochi ochiai oda odagiri ogasawara ogata ogawa
    ogino oguchi oguma ogura ohara ohashi ohno ohta ohtani oi oishi oka okabe okada okamoto okamura okano okawa
    okazaki okita okubo okuda okumura okuno okuyama omori omura onishi ono onodera onuma ooishi oota osada osaka
    osaki osawa oshima oshiro ota otani otsuka otsuki oyama ozaki ozawa saegusa saeki saigo saijo saiki saito
    saji sakaguchi sakai sakaki sakakibara sakamoto sakata sakuma sakurada sakurai sano sasaki sasagawa sase
    sato sawada sawai sawamura segawa seki sekiguchi sekine seko sengoku seto shibasaki shibata shibayama
    shigeta shimada shimamura shimazaki shimazu shimizu shimoda shimomura shimura shinoda shinohara shinozaki
    shiokawa shiota shiotani shiozaki shirai shiraishi shirakawa shoji soeya sonoda suda sudo suga sugai sugano
    sugawara sugihara sugimoto sugimura sugita sugiura sugiyama sumida sumiyoshi suwa suzuki tabata tabuchi
    tachibana tachikawa tada taguchi tahara tajima takada takagi takaha takahara takahashi takahata takai
    takaichi takamatsu takami takamura takano takao takashima takasugi takata takayama takayanagi takeda
    takeuchi takei takemi takemoto takemura takenaka takeshita takezawa takimoto takizawa tamaki tamogami tamura
    tanabe tanaka tani tanigaki taniguchi tanigawa tanikawa tanimoto tanino taniyama tashiro tateishi tatsumi
    terada terai terao terashima tezuka tobe toda togashi togo tojo tokuda tokunaga tokugawa tomita tomiyama
    tomono toyama toyoda toyota tsuboi tsuchida tsuchiya tsuda tsuji tsujimoto tsukada tsukamoto tsunoda
    tsuruoka tsuruta tsushima tsutsui tsutsumi uchida uchikawa uchimura uchiyama ueda uehara uemura ueno uesugi
    ueyama umeda umehara umemoto umemura umezawa uno urata ushijima usui utsumi wada wakabayashi wakamatsu
    wakatsuki wakayama washio watanabe watari yabe yachi yada yagi yamabe yamada yamagata yamagishi yamaguchi
    yamakawa yamamoto yamamura yamanaka yamane yamanouchi yamaoka yamasaki yamashiro yamashita yamato yamauchi
    yamazaki yanagi yanagida yanagisawa yanai yano yasuda yasui yasukawa yasunaga yokota yokoi yokoyama yonekura
    yoneda yoneyama yonezawa yoshida yoshihara yoshii yoshikawa yoshimi yoshimoto yoshimura yoshino yoshioka
    yoshitomi yoshizaki yoshizawa yuasa yuki yukawa
"""
FAMILY = frozenset(_FAMILY_WORDS.split())

_GIVEN_WORDS = """
    ai aika aiko aimi airi akane akari akemi aki akifumi akiharu akihiko akihiro akihisa akihito akiko akimasa
    akimi akinobu akinori akio akira akito akitoshi akiyoshi akiyuki ami arata asako asami asuka atsuhiko
    atsuhiro atsuko atsumi atsuo atsushi atsuya aya ayaka ayako ayame ayami ayane ayano ayumi ayumu azusa bunta
    chiaki chie chieko chiemi chihiro chiharu chika chikako chikara chinami chisato chitose chiyo chiyoko
    chizuko chizuru daichi daigo daiki daisaku daisuke eichi eiichi eiichiro eiji eiki eiko eikichi eisaku
    eisuke eita emi emika emiko eri erika eriko etsuko etsuo fujio fuka fukiko fumi fumiaki fumie fumihiko
    fumihiro fumika fumiko fumio fumitaka fumiya futoshi gaku gen genichi genji genki genta gentaro go goro
    hachiro hajime hana hanae hanako haru haruhiko haruhiro haruhisa haruka haruki haruko harukazu harumi haruna
    harunobu haruo haruto haruyuki hatsue hatsuo hayao hayate hayato hidaka hideaki hidefumi hideharu hidehiko
    hidehiro hidehito hideichi hidekazu hideki hideko hidemi hidemitsu hidenobu hidenori hideo hideshi hidetaka
    hideto hidetoshi hidetsugu hideya hideyo hideyoshi hideyuki hikari hikaru himari hinako hinata hiro hiroaki
    hirobumi hirofumi hiroharu hirohide hirohiko hirohisa hirohito hirokazu hiroki hiroko hiromasa hiromi
    hiromichi hiromitsu hiromu hironari hironobu hironori hiroo hiroshi hirotaka hiroto hirotoshi hirotsugu
    hiroya hiroyasu hiroyoshi hiroyuki hisae hisaharu hisahiko hisahiro hisaki hisako hisamitsu hisanobu
    hisanori hisao hisashi hisato hisaya hisayo hisayoshi hisayuki hitomi hitoshi honami ichiro ichita iku ikue
    ikuko ikuma ikumi ikuo isamu isao issei itsuki itsuko itsuro iwao izumi jin jinichi jiro joji jo juichi
    juichiro jun junichi junichiro junji junko junpei junya juri juro juzo kaede kaho kana kanae kanako kanji
    kanta kaori kaoru kasumi katsuaki katsuhiko katsuhiro katsuhisa katsuji katsuko katsumasa katsumi katsunobu
    katsunori katsuo katsura katsushi katsutoshi katsuya katsuyoshi katsuyuki kayo kayoko kazue kazuaki kazuharu
    kazuhide kazuhiko kazuhiro kazuhisa kazuhito kazuki kazuko kazuma kazumasa kazumi kazunari kazunobu kazunori
    kazuo kazushi kazushige kazutaka kazuto kazutoshi kazuya kazuyo kazuyoshi kazuyuki kei keigo keiichi
    keiichiro keiji keiki keiko keinosuke keisuke keita keitaro keizo ken kengo kenichi kenichiro kenji kenjiro
    kenki kenro kensaku kensuke kenta kentaro kento kenya kenzo kichiro kihachiro kikue kikuko kikuo kimi kimie
    kimihiko kimiko kimio kinuko kinya kiyo kiyoaki kiyohiko kiyohiro kiyoko kiyomi kiyonori kiyoshi kiyotaka
    kiyoto kiyoyuki koei kohei koichi koichiro koji kojiro koki kokoro konosuke kosaku kosei koshiro kosuke kota
    kotaro koyo kozo kozue kumi kumiko kunihiko kunihiro kuniko kunio kuniyoshi kyohei kyoichi kyoji kyoko
    kyosuke kyota kyotaro kyozo machiko madoka mai maiko maki makiko makoto mami mamiko mamoru mana manabu
    manami mao mari marie mariko marina masa masaaki masafumi masaharu masahide masahiko masahiro masahisa
    masahito masaichi masaji masakatsu masakazu masaki masako masamasa masami masamichi masamitsu masanao
    masanari masanobu masanori masao masaru masashi masataka masatake masato masatomo masatoshi masatsugu masaya
    masayasu masayo masayoshi masayuki masazumi masuo matsuko mayu mayuko mayumi megumi mei meiko michi michiaki
    michie michihiko michihiro michiko michinori michio michiru michitaka michiya michiyo mie mieko miho mihoko
    mika mikako miki mikiko mikio mikito miku mikuru mina minae minako minami mineko mineo minoru mio misaki
    misako misato mitsuaki mitsue mitsugu mitsuharu mitsuhiko mitsuhiro mitsuko mitsunori mitsuo mitsuru
    mitsutaka mitsuyo mitsuyoshi miu miwa miwako miya miyako miyo miyoko miyu miyuki mizue mizuho mizuki moe
    momoe momoka momoko morihiro morio motohiko motohiro motoki motoko motonobu motoo motoshi motoya motoyuki
    mutsuko mutsumi mutsuo nagisa nana nanae nanako nanami nao naofumi naohiko naohiro naohito naoki naoko
    naomasa naomi naomichi naonobu naonori naosuke naotaka naoto naoya naoyuki narihiro nariaki narumi natsue
    natsuki natsuko natsume natsumi natsuo noboru nobu nobuaki nobuharu nobuhiko nobuhiro nobuhisa nobukatsu
    nobukazu nobuko nobumasa nobunori nobuo nobushige nobutaka nobuteru nobutoshi nobuya nobuyoshi nobuyuki
    nodoka noriaki norie norifumi norihide norihiko norihiro norihito norikazu noriko norimasa norimichi norio
    noritaka noritoshi noriyasu noriyo noriyoshi noriyuki nozomi nozomu osamu otohiko rei reiichi reiji reiko
    reina ren rena rentaro rie rieko rika rikako riki riko riku rikuto rin rina rinako rintaro risa risako
    ritsuko ryo ryohei ryoichi ryoji ryoko ryoma ryosei ryosuke ryota ryotaro ryoya ryozo ryu ryuhei ryuichi
    ryuichiro ryuji ryujiro ryuki ryunosuke ryusei ryusuke ryuta ryutaro ryuzo sachie sachiko sachio sadaaki
    sadahiro sadako sadao saki sakiko sakura sanae saori satoko satomi satoru satoshi satsuki satsuko saya
    sayaka sayuri seigo seiichi seiichiro seiji seijiro seiki seiko seishi seiya seizo setsuko setsuo shiego
    shigeaki shigefumi shigeharu shigehiko shigehiro shigehisa shigekazu shigeki shigeko shigemi shigemitsu
    shigenobu shigenori shigeo shigeru shigeshi shigeto shigetoshi shigeya shigeyoshi shigeyuki shiho shihoko
    shin shingo shinichi shinichiro shinji shinjiro shinkichi shino shinobu shinpei shinsaku shinsuke shinta
    shintaro shinya shinzo shiori shiro shizue shizuka shizuko shizuo sho shoei shogo shohei shoichi shoichiro
    shoji shoko shosuke shota shotaro shoya shozo shuhei shuichi shuji shuko shun shungo shunichi shunichiro
    shunji shunsaku shunsuke shunta shuntaro shunya shusaku shusuke shuta shuzo sohei soichi soichiro soji
    sosuke sota sotaro subaru sueo sugio sumie sumiko sumio sumire susumu suzu suzue suzuka suzuko tadaaki
    tadafumi tadaharu tadahiko tadahiro tadahisa tadakatsu tadakazu tadamasa tadanobu tadanori tadao tadashi
    tadatoshi tadayoshi tadayuki taichi taichiro taiga taiji taiki taisei taisuke taiyo taizo takaaki takafumi
    takahide takahiko takahiro takahisa takahito takaharu takako takamasa takamichi takamitsu takanobu takanori
    takao takashi takatoshi takaya takayasu takayo takayoshi takayuki takehiko takehiro takehisa takehito takeo
    takeru takeshi taketo taketoshi takeya takeyoshi takeyuki taku takuji takuma takumi takuo takuro takuto
    takuya tamae tamaki tamako tamami tamao tamio tamiko tamotsu taro tasuku tateo tatsuhiko tatsuhiro tatsuji
    tatsuki tatsuko tatsumi tatsunori tatsuo tatsuro tatsushi tatsuto tatsuya tatsuyoshi tatsuyuki teiichi teiji
    teiko teizo teruaki teruhiko teruhisa teruki teruko terumasa terumi teruo teruyoshi teruyuki tetsu tetsuharu
    tetsuhiro tetsuji tetsuko tetsuo tetsuro tetsushi tetsutaro tetsuya tetsuyuki tetsuzo tohru tokiko tokio
    tokuo tokutaro tomiko tomio tomoaki tomoe tomofumi tomoharu tomohide tomohiko tomohiro tomohisa tomohito
    tomoka tomokazu tomoki tomoko tomomi tomomichi tomonobu tomonori tomoo tomotaka tomotsugu tomoya tomoyasu
    tomoyo tomoyoshi tomoyuki tooru toru toshi toshiaki toshie toshifumi toshiharu toshihide toshihiko toshihiro
    toshihisa toshihito toshikatsu toshikazu toshiki toshiko toshimasa toshimi toshimichi toshimitsu toshinari
    toshinobu toshinori toshio toshiro toshitaka toshiya toshiyasu toshiyuki toyoaki toyohiko toyoko toyokazu
    tsubasa tsugio tsukasa tsuneaki tsunehiko tsuneko tsuneo tsuneyoshi tsuneyuki tsutomu tsuyoshi ukyo umeko
    wakako wakana wataru yae yaeko yasue yasuaki yasufumi yasuharu yasuhide yasuhiko yasuhiro yasuhisa yasuhito
    yasuji yasukazu yasuko yasumasa yasumichi yasumitsu yasunari yasunobu yasunori yasuo yasushi yasutaka yasuto
    yasutomo yasutoshi yasuyo yasuyoshi yasuyuki yayoi yoichi yoichiro yohei yoji yojiro yoko yosei yoshi
    yoshiaki yoshie yoshifumi yoshiharu yoshihide yoshihiko yoshihiro yoshihisa yoshihito yoshikatsu yoshikazu
    yoshiki yoshiko yoshimasa yoshimi yoshimichi yoshimitsu yoshinao yoshinari yoshinobu yoshinori yoshio
    yoshiro yoshitaka yoshiteru yoshito yoshitomo yoshitsugu yoshiya yoshiyasu yoshiyuki yosuke yota yotaro yozo
    yu yua yudai yui yuichi yuichiro yuji yujiro yuka yukako yukari yuki yukiaki yukie yukifumi yukihiko
    yukihiro yukika yukiko yukimasa yukimi yukina yukinari yukinobu yukinori yukio yukitaka yukito yukiyo yuko
    yuma yume yumeko yumi yumie yumika yumiko yuna yuri yurie yurika yuriko yusaku yusei yuske yusuke yuta
    yutaka yutaro yuto yuuki yuya yuzo yuzuki yuzuru zenichi zenji zenjiro zenko
"""
GIVEN = frozenset(_GIVEN_WORDS.split())

# Written surnames of one to three characters; among two that fit, the longer is taken.
_WRITTEN_FAMILY_WORDS = """
    小松原 波多野 宇都宮 大河原 小田切 日下部 東海林 海老名 伊集院 勅使河原 長谷部 仲宗根 大河内 小早川 小久保
    曽我部 阿久津 我那覇 宇佐美 三田村 小田原 小山田 小田島 佐久川 長曽我部 久保木 比嘉 金城 仲村 島袋
    佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 𠮷田 山田 佐々木 山口 松本 井上 木村
    斎藤 齋藤 斉藤 齊藤 清水 山崎 山﨑 森 池田 橋本 阿部 石川 山下 中島 中嶋 石井 小川 前田 岡田 長谷川 藤田
    後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 岡本 金子 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村
    中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 宮﨑 横山 高木 髙木 安藤 宮本 大野 小島 工藤 谷口 今井 高田
    髙田 丸山 増田 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 木下 久保 佐野
    野村 松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桜井 櫻井 高野 髙野 吉川 山内 西田 飯田 西川 小松 北村
    安田 五十嵐 川口 平田 関 中田 久保田 服部 東 岩田 土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村
    川上 大島 石原 馬場 浜田 濱田 森本 星野 矢野 浅野 松下 大久保 吉岡 小池 野田 荒木 熊谷 松浦 大谷 内藤 黒田
    尾崎 永田 川村 望月 松村 荒井 堀 田辺 田邊 平井 大石 菅野 西山 早川 広瀬 廣瀬 横田 石橋 岩本 片山 萩原 関口
    宮田 大橋 高山 髙山 本間 須藤 三宅 吉野 青山 小西 榎本 河合 田島 福井 児玉 富田 鎌田 川島 上原 野中 成田
    榊原 松岡 坂口 白石 篠原 岸 岸田 安倍 菅 石破 高市 麻生 小泉 福山 鳩山 野上 枝野 岡崎 細川 細谷 村山 森川
    森山 竹中 谷 谷川 谷内 兼原 北岡 添谷 田所 神保 神谷 道下 渡部 秋田 秋元 浅井 足立 天野 荒川 有馬 飯島 飯塚
    池上 石山 石塚 磯部 板垣 市原 伊東 稲垣 稲田 稲葉 井口 今村 入江 岩井 岩瀬 岩間 岩屋 植木 植田 植村 上村
    臼井 梅田 梅原 梅本 江口 江崎 江藤 榎 海老原 大川 大倉 大森 大山 大田 大沢 大澤 大村 大矢 岡 岡野 岡部 岡村
    小笠原 緒方 小倉 小澤 小沢 小田 小野寺 尾上 折木 甲斐 香川 梶原 柏木 片岡 桂 加納 上川 亀井 川田 河田 川西
    川端 川原 川本 河村 神田 木内 北川 北野 北原 喜多 木原 桐原 久米 倉田 栗原 栗田 黒川 黒木 黒沢 黒澤 桑原
    小出 河本 古賀 小谷 小谷野 後藤田 小宮 小室 小柳 坂井 坂田 阪田 桜田 笹川 佐伯 佐久間 佐竹 沢田 澤田 塩崎
    塩田 重田 志村 篠田 柴山 島崎 島村 清野 下田 下村 白井 城 城山 杉浦 杉田 杉原 杉村 鷲尾 末次 関根 瀬戸 芹沢
    曽根 園田 大門 高井 高岡 高島 髙島 高瀬 高原 高見 高見澤 高村 滝沢 滝澤 武井 武居 武内 武藤 竹下 竹田 田代
    立花 辰巳 田畑 田原 玉木 玉城 塚田 塚本 津田 土田 筒井 堤 角田 坪井 鶴岡 出口 寺田 寺島 土井 東郷 徳地 徳田
    徳永 戸田 富永 外山 豊田 鳥居 直井 中井 中尾 長尾 中曽根 中谷 永野 中原 中林 中本 長島 長嶋 中沢 中澤 永山
    奈良 成瀬 南部 新田 二階 西 西岡 西尾 西野 西原 西本 二宮 丹羽 根本 野崎 野沢 野澤 萩 萩生田 橋口 畑 花田
    羽田 浜口 林 林田 早坂 原口 原野 東野 久間 日高 平沢 平澤 平松 平山 広田 深沢 深澤 福岡 福原 福本 藤岡 藤川
    藤崎 藤沢 藤澤 藤野 藤村 藤山 船橋 古田 古谷 星 細田 細野 堀内 堀江 堀田 堀川 本多 本郷 前川 前原 牧 牧野
    牧原 増井 町田 松川 松島 松永 松野 松原 松山 真鍋 三上 三木 三島 水谷 水口 三谷 南 峯 宮城 宮川 宮沢 宮澤
    宮下 宮内 宮原 三好 向井 武者小路 村井 村岡 村瀬 村松 室井 茂木 森岡 森下 守屋 森永 八木 安井 安川 谷田 柳
    柳田 柳沢 柳澤 矢部 山岸 山形 山川 山岡 山根 山村 山縣 湯浅 湯川 横井 吉井 吉崎 吉原 吉本 米田 米山 和久井
    若林 若松 脇 渡 高坂 五百旗頭 李 王 金 朴 習 毛 劉 陳 張 文 趙 楊 黄 周 呉 徐 孫 朱 胡 江 温 蔡 馬 盧 尹 崔
    鄭 姜 全 蒋
"""
WRITTEN_FAMILY = frozenset(_WRITTEN_FAMILY_WORDS.split())

_GIVEN_LAST = tuple(
    "郎朗子美男雄夫彦之介助太一二三人仁輝樹司志史士也哉広弘洋浩博明昭彰章義和正政治健誠聡隆孝茂勝修学香恵代江奈菜里理佳華花佑祐亮"
    "良平吾悟斗翔大徹哲行幸之真信伸進満実穂緒央生織乃紀典徳則規貴崇敬敏俊利年寿久剛豪豊稔薫裕優勇武毅猛光晃晴春秋夏恵梨沙紗希"
)

_MORA = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwfj]|ch|sh|ts|ky|gy|ny|hy|by|py|my|ry|kk|pp|tt|ss|ssh|tch|cch)?[aeiou]|n(?![aeiouy])|m(?=[bmp])|h(?=[^aeiouy]|$))+"
)
_FAMILY_END = re.compile(
    r"(?:moto|mura|yama|kawa|gawa|[iueo]da|[iueo]ta|saki|zaki|shima|jima|hashi|bashi|uchi|guchi|kuchi|hara|wara|bara|"
    r"mori|oka|naka|nabe|tani|sawa|zawa|matsu|shita|kubo|naga|gaki|tsuka|zuka|ishi|gami|kami|mizu|hata|bayashi|sugi|"
    r"kura|nishi|numa|yanagi|moto|miya|sako|zono|nuki|hira)$"
)
_GIVEN_END = re.compile(
    r"(?:hiko|suke|taro|iro|ichi|nobu|yuki|kazu|hiro|haru|aki|nori|masa|yoshi|taka|toshi|hisa|fumi|zo|kichi|o|ko|eko|iko|"
    r"mi|eshi|ashi|ushi|oru|aru|eru|[ns]uke|hei|sei|shiro|goro|ya|to|ki)$"
)


def plain_romaji(name: str) -> str:
    """Return a romanised name in lower case, long vowels short: Ōno, Ohno and Ouno are told apart by nobody."""
    parts = re.sub("[-‐’'‘]", "", unicodedata.normalize("NFD", name.lower()))
    bare = "".join(char for char in parts if not unicodedata.combining(char))
    return re.sub(r"(?<=[aeiou])h(?=[^aeiouy]|$)", "", bare.replace("ou", "o").replace("oo", "o").replace("uu", "u"))


def is_romaji(name: str) -> bool:
    return _MORA.fullmatch(plain_romaji(name)) is not None


def family_weight(name: str) -> float:
    """Return how much a romanised name is a family name (above 0) or a given one (below 0)."""
    plain = plain_romaji(name)
    weight = 2.0 * ((plain in FAMILY) - (plain in GIVEN))
    if not is_romaji(name):
        return weight
    return weight + 0.7 * (_FAMILY_END.search(plain) is not None) - 0.5 * (_GIVEN_END.search(plain) is not None)


def split_written(name: str) -> tuple[str, str] | None:
    """Return family and given name of a name written without a gap, or None where that cannot be told."""
    for length in (4, 3, 2, 1):
        if 0 < len(name) - length <= 4 and name[:length] in WRITTEN_FAMILY:
            return name[:length], name[length:]
    if not 3 <= len(name) <= 5 or not name.endswith(_GIVEN_LAST):
        return None
    # Nearly all other family names have two characters.
    return name[:2], name[2:]
