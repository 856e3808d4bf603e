<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message>
        <source>Highlighted</source>
        <translation>ハイライトしました</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>{count} chosen</source>
        <translation>{count} 件選択</translation>
    </message>
</context>
<context>
    <name>Chosen</name>
    <message>
        <source>From the other end of the document</source>
        <translation>文書の反対側の端から続けます</translation>
    </message>
</context>
<context>
    <name>CollectionsMenu</name>
    <message>
        <source>&amp;New collection…</source>
        <translation>新しいコレクション(&amp;N)…</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新しいコレクション</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>コレクションの名前</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;As at first</source>
        <translation>最初の状態に戻す(&amp;A)</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>その名前のコマンドはありません。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>H&amp;ighlight</source>
        <translation>ハイライト(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Concept</source>
        <translation>概念(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>ライブラリ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export quotes…</source>
        <translation>引用を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;with citation</source>
        <translation>出典付きでコピー(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Find in document</source>
        <translation>文書内を検索(&amp;F)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>次を検索(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>前を検索(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>ライブラリを検索(&amp;S)</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>設定(&amp;E)…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Printed size</source>
        <translation>印刷の大きさ(&amp;P)</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>幅に合わせる(&amp;W)</translation>
    </message>
    <message>
        <source>Fit p&amp;age</source>
        <translation>ページに合わせる(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Continuous pages</source>
        <translation>連続ページ(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Single page</source>
        <translation>単一ページ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Facing pages</source>
        <translation>見開き(&amp;F)</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>右に回転(&amp;R)</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>左に回転(&amp;L)</translation>
    </message>
    <message>
        <source>Te&amp;xt cursor</source>
        <translation>テキストカーソル(&amp;X)</translation>
    </message>
    <message>
        <source>L&amp;eft panel</source>
        <translation>左パネル(&amp;E)</translation>
    </message>
    <message>
        <source>Rig&amp;ht panel</source>
        <translation>右パネル(&amp;H)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全画面(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation>閲覧(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>引用一覧(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Merging</source>
        <translation>統合(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>進む(&amp;F)</translation>
    </message>
    <message>
        <source>Go to &amp;page…</source>
        <translation>ページへ移動(&amp;P)…</translation>
    </message>
    <message>
        <source>Next &amp;source</source>
        <translation>次の資料(&amp;S)</translation>
    </message>
    <message>
        <source>Previous s&amp;ource</source>
        <translation>前の資料(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Next highlight</source>
        <translation>次のハイライト(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious highlight</source>
        <translation>前のハイライト(&amp;V)</translation>
    </message>
    <message>
        <source>Next of the same &amp;concept</source>
        <translation>同じ概念の次へ(&amp;C)</translation>
    </message>
    <message>
        <source>Previous of the same conc&amp;ept</source>
        <translation>同じ概念の前へ(&amp;E)</translation>
    </message>
    <message>
        <source>Next &amp;link</source>
        <translation>次のリンク(&amp;L)</translation>
    </message>
    <message>
        <source>Previous lin&amp;k</source>
        <translation>前のリンク(&amp;K)</translation>
    </message>
    <message>
        <source>Next re&amp;gion</source>
        <translation>次の領域(&amp;G)</translation>
    </message>
    <message>
        <source>Previous reg&amp;ion</source>
        <translation>前の領域(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>ハイライト(&amp;H)</translation>
    </message>
    <message>
        <source>Highlight &amp;privately</source>
        <translation>非公開でハイライト(&amp;P)</translation>
    </message>
    <message>
        <source>Mark an &amp;area of the page</source>
        <translation>ページの範囲をハイライト(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>タグ付け(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Repeat the last tags</source>
        <translation>前回のタグを繰り返す(&amp;R)</translation>
    </message>
    <message>
        <source>New concept from the &amp;words</source>
        <translation>選択した語から概念を作る(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>メモ(&amp;N)</translation>
    </message>
    <message>
        <source>My note is pri&amp;vate</source>
        <translation>自分のメモを非公開にする(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Make private</source>
        <translation>非公開にする(&amp;M)</translation>
    </message>
    <message>
        <source>Make &amp;shared</source>
        <translation>共有にする(&amp;S)</translation>
    </message>
    <message>
        <source>Next &amp;overlapping highlight</source>
        <translation>重なった次のハイライト(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;New concept</source>
        <translation>新しい概念(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Rename concept</source>
        <translation>概念の名前を変える(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>履歴(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>統合(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation>共有(&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;end my changes</source>
        <translation>変更を送信(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Replace this source…</source>
        <translation>この資料を差し替える(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Conflicts</source>
        <translation>食い違い(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Things that may be the same</source>
        <translation>同じかもしれないもの(&amp;T)</translation>
    </message>
    <message>
        <source>Highlights that &amp;wait</source>
        <translation>待っているハイライト(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>ガイド(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation>コマンドパレット(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー一覧(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Commonplace</source>
        <translation>Commonplace について(&amp;A)</translation>
    </message>
    <message>
        <source>With concept &amp;1</source>
        <translation>概念 1 で(&amp;1)</translation>
    </message>
    <message>
        <source>With concept &amp;2</source>
        <translation>概念 2 で(&amp;2)</translation>
    </message>
    <message>
        <source>With concept &amp;3</source>
        <translation>概念 3 で(&amp;3)</translation>
    </message>
    <message>
        <source>With concept &amp;4</source>
        <translation>概念 4 で(&amp;4)</translation>
    </message>
    <message>
        <source>With concept &amp;5</source>
        <translation>概念 5 で(&amp;5)</translation>
    </message>
    <message>
        <source>With concept &amp;6</source>
        <translation>概念 6 で(&amp;6)</translation>
    </message>
    <message>
        <source>With concept &amp;7</source>
        <translation>概念 7 で(&amp;7)</translation>
    </message>
</context>
<context>
    <name>ConceptTree</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>食い違い %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): people said different things of it. Click to settle them.</source>
        <translation>
            <numerusform>食い違い %n 件：人によって内容が違います。クリックして決めてください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConceptsPanel</name>
    <message>
        <source>Filter concepts</source>
        <translation>概念を絞り込む</translation>
    </message>
    <message>
        <source>Definition of the concept</source>
        <translation>概念の定義</translation>
    </message>
    <message>
        <source>Other names of the concept</source>
        <translation>概念の別名</translation>
    </message>
    <message>
        <source>Synonyms and names in other languages, parted by semicolons</source>
        <translation>同義語や他の言語での名前（セミコロンで区切る）</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>新しい概念</translation>
    </message>
    <message>
        <source>&amp;New concept</source>
        <translation>新しい概念(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>名前を変える(&amp;R)</translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation>最上位へ移す(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Merge ‘{0}’ into ‘{1}’</source>
        <translation>「{0}」を「{1}」にまとめる(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Any</source>
        <translation>自動(&amp;A)</translation>
    </message>
    <message>
        <source>Put on &amp;key</source>
        <translation>キーに割り当てる(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>空色</translation>
    </message>
    <message>
        <source>green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>朱色</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>赤紫</translation>
    </message>
    <message>
        <source>No concept is called so.</source>
        <translation>この名前の概念はありません。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>No concepts yet. Select words and press V to make one of them, or T to tag with a new one.</source>
        <translation>まだ概念がありません。語を選択して V を押すとその語が概念になり、T を押すと新しい概念をタグ付けできます。</translation>
    </message>
    <message>
        <source>Other names; parted; so</source>
        <translation>別名；このように；区切る</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>その意味</translation>
    </message>
    <message>
        <source>Choose a concept</source>
        <translation>概念を選んでください</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>食い違い</translation>
    </message>
    <message>
        <source>Nobody contradicts anybody: there are no conflicts.</source>
        <translation>食い違いはありません。</translation>
    </message>
    <message>
        <source>N, P: next, previous · 1–9: choose · Enter: keep</source>
        <translation>N、P：次、前 · 1–9：選ぶ · Enter：残す</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Outline</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Pages in small</source>
        <translation>ページの縮小表示</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Open a source to see what is in it.</source>
        <translation>資料を開くと内容がここに表示されます。</translation>
    </message>
    <message>
        <source>This document has no outline.</source>
        <translation>この文書には目次がありません。</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message numerus="yes">
        <source>%n highlight(s) found again</source>
        <translation>
            <numerusform>ハイライトを %n 件見つけ直しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled: {what}; %n conflict(s) left</source>
        <translation>
            <numerusform>決めました：{what}。食い違いはあと %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Said to be the same</source>
        <translation>同じものとしました</translation>
    </message>
    <message>
        <source>Told from each other</source>
        <translation>別のものとしました</translation>
    </message>
    <message>
        <source>Gave a highlight its place</source>
        <translation>ハイライトの場所を決めました</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Deleted 1 highlight</source>
        <translation>ハイライトを1件削除しました</translation>
    </message>
    <message>
        <source>Merged two concepts</source>
        <translation>二つの概念をまとめました</translation>
    </message>
    <message>
        <source>Deleted 1 concept</source>
        <translation>概念を1件削除しました</translation>
    </message>
    <message>
        <source>Deleted 1 source</source>
        <translation>資料を 1 件削除しました</translation>
    </message>
    <message>
        <source>Undone: %s</source>
        <translation>元に戻しました：%s</translation>
    </message>
    <message>
        <source>Redone: %s</source>
        <translation>やり直しました：%s</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Quotes copied: {count}</source>
        <translation>引用を {count} 件コピーしました</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>The exchange folder is there again.</source>
        <translation>交換フォルダーに再びアクセスできます。</translation>
    </message>
    <message>
        <source>My changes are in {folder}.</source>
        <translation>変更を {folder} に書き出しました。</translation>
    </message>
    <message>
        <source>{folder} has all my changes already.</source>
        <translation>{folder} にはすでにすべての変更があります。</translation>
    </message>
</context>
<context>
    <name>ExchangeBox</name>
    <message>
        <source>Exchange folder of this library</source>
        <translation>このライブラリの交換フォルダー</translation>
    </message>
    <message>
        <source>A folder in a cloud, or on a stick</source>
        <translation>クラウドまたは USB メモリーのフォルダー</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>選択(&amp;H)…</translation>
    </message>
    <message>
        <source>L&amp;eave</source>
        <translation>やめる(&amp;E)</translation>
    </message>
    <message>
        <source>Send my &amp;changes when the window closes</source>
        <translation>ウィンドウを閉じるときに変更を送信(&amp;C)</translation>
    </message>
    <message>
        <source>With the &amp;documents</source>
        <translation>文書も含める(&amp;D)</translation>
    </message>
    <message>
        <source>Exchange folder</source>
        <translation>交換フォルダー</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>A second version of {file} can be merged</source>
        <translation>{file} の別の版を統合できます</translation>
    </message>
    <message>
        <source>{person}’s changes of {time} can be merged</source>
        <translation>{person} さんの {time} の変更を統合できます</translation>
    </message>
    <message>
        <source>Second version of {file}, {time}</source>
        <translation>{file} の別の版、{time}</translation>
    </message>
    <message>
        <source>{file} is still on its way. {reason}</source>
        <translation>{file} はまだ届いていません。{reason}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export quotes</source>
        <translation>引用の書き出し</translation>
    </message>
    <message>
        <source>With what is &amp;private</source>
        <translation>非公開のものも含める(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出す(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>上書きする(&amp;O)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Quotes: {count}</source>
        <translation>引用：{count} 件</translation>
    </message>
    <message>
        <source>&amp;Concepts</source>
        <translation>概念(&amp;T)</translation>
    </message>
    <message>
        <source>All, with what has none</source>
        <translation>すべて（概念なしを含む）</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>資料(&amp;S)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>ファイル(&amp;I)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>書き出すファイル</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>Markdown (Pandoc)</source>
        <translation>Markdown (Pandoc)</translation>
    </message>
    <message>
        <source>LaTeX (biblatex)</source>
        <translation>LaTeX (biblatex)</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Quotes written: {count}, to {names}</source>
        <translation>引用を {count} 件、{names} に書き出しました</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Words in the quote</source>
        <translation>引用中の語</translation>
    </message>
    <message>
        <source>Concept…</source>
        <translation>概念…</translation>
    </message>
    <message>
        <source>Source…</source>
        <translation>資料…</translation>
    </message>
    <message>
        <source>Person…</source>
        <translation>人…</translation>
    </message>
    <message>
        <source>Filter {name}: remove</source>
        <translation>絞り込み「{name}」を外す</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>この文書内を検索</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>見つかった箇所</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>前の箇所 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>次の箇所 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>%s of %s</source>
        <translation>%s / %s</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Import</source>
        <translation>読み込む</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>選択する</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>タグ付けする</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Bring documents in with Ctrl+O, or drop them here.</source>
        <translation>Ctrl+O で文書を読み込むか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>Open a source and select words in it with the mouse or with Shift and the arrows.</source>
        <translation>資料を開き、マウスか Shift と矢印キーで語を選択してください。</translation>
    </message>
    <message>
        <source>Press T to tag what is selected with a concept, or H to highlight it.</source>
        <translation>T を押すと選択箇所に概念をタグ付けし、H を押すとハイライトします。</translation>
    </message>
    <message>
        <source>Press Ctrl+E to write your quotes with their citations.</source>
        <translation>Ctrl+E で引用を出典とともに書き出せます。</translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation>最初の手順を隠す</translation>
    </message>
    <message>
        <source>{step}: done</source>
        <translation>{step}：済み</translation>
    </message>
    <message>
        <source>These were the first steps. Ctrl+K finds all that can be done; Ctrl+? lists the keys.</source>
        <translation>最初の手順はここまでです。Ctrl+K でできることをすべて探せ、Ctrl+? でキーの一覧が出ます。</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>About Commonplace</source>
        <translation>Commonplace について</translation>
    </message>
    <message>
        <source>Marks passages, tags them with concepts, and exports the quotes with their citations; offline.</source>
        <translation>文章にハイライトと概念のタグを付け、引用を出典とともに書き出します。ネットワークは使いません。</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>The window, in ten minutes</source>
        <translation>10分でわかるウィンドウ</translation>
    </message>
    <message>
        <source>Bring documents in</source>
        <translation>文書を取り込む</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読む</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>マークする</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>タグ付けする</translation>
    </message>
    <message>
        <source>Write notes</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Find your way among many</source>
        <translation>多くの中から探す</translation>
    </message>
    <message>
        <source>Exchange with colleagues through a folder</source>
        <translation>フォルダーで共同研究者とやり取りする</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>自分に合わせる</translation>
    </message>
    <message>
        <source>Working with colleagues</source>
        <translation>共同研究者と作業する</translation>
    </message>
    <message>
        <source>Two people begin apart</source>
        <translation>二人が別々に始める</translation>
    </message>
    <message>
        <source>A part, without the documents</source>
        <translation>文書を除いた一部</translation>
    </message>
    <message>
        <source>All of it, from one to the other</source>
        <translation>すべてを相手に渡す</translation>
    </message>
    <message>
        <source>When two say different things</source>
        <translation>二人の言うことが違うとき</translation>
    </message>
</context>
<context>
    <name>HeadsPane</name>
    <message>
        <source>What would stand</source>
        <translation>残るもの</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>&amp;Keep this</source>
        <translation>これを残す(&amp;K)</translation>
    </message>
    <message>
        <source>Show where it &amp;stands</source>
        <translation>場所を表示(&amp;S)</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>だれか</translation>
    </message>
    <message>
        <source>Said by {name}</source>
        <translation>{name} の内容</translation>
    </message>
    <message>
        <source>{name}, {date}</source>
        <translation>{name}、{date}</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>現在表示中</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>相手</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>ガイド</translation>
    </message>
    <message>
        <source>&amp;All keys</source>
        <translation>すべてのキー(&amp;A)</translation>
    </message>
    <message>
        <source>This is no part of the guide: %s</source>
        <translation>これはガイドに含まれていません：%s</translation>
    </message>
</context>
<context>
    <name>HighlightsPanel</name>
    <message>
        <source>private</source>
        <translation>非公開</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>ハイライト</translation>
    </message>
    <message>
        <source>Filter highlights</source>
        <translation>ハイライトを絞り込む</translation>
    </message>
    <message>
        <source>Order of the highlights</source>
        <translation>ハイライトの並び順</translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation>本文の順</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>By concept</source>
        <translation>概念順</translation>
    </message>
    <message>
        <source>Highlights of this source</source>
        <translation>この資料のハイライト</translation>
    </message>
    <message>
        <source>Open a source to see what is marked in it.</source>
        <translation>資料を開くと、そのハイライトがここに並びます。</translation>
    </message>
    <message>
        <source>No highlight here answers to these words.</source>
        <translation>この語に当てはまるハイライトはありません。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Nothing is marked here yet. Select text and press H.</source>
        <translation>まだハイライトがありません。文章を選択して H を押してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>食い違い %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Filter the history</source>
        <translation>履歴を絞り込む</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>%s (taken back)</source>
        <translation>%s（取り消し済み）</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Files being imported</source>
        <translation>読み込み中のファイル</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取り消す(&amp;N)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>{done} of {total} files done</source>
        <translation>{total} 件中 {done} 件完了</translation>
    </message>
    <message>
        <source>, {failed} failed</source>
        <translation>、失敗 {failed} 件</translation>
    </message>
    <message>
        <source>, {cancelled} cancelled</source>
        <translation>、中止 {cancelled} 件</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>{name} のパスワード</translation>
    </message>
    <message>
        <source>Recognise text</source>
        <translation>文字を認識する</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>reading page {page} of {of}</source>
        <translation>{of} ページ中 {page} ページ目を読み取り中</translation>
    </message>
    <message>
        <source>recognising page {page} of {of}</source>
        <translation>{of} ページ中 {page} ページ目を認識中</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>読み取り中</translation>
    </message>
    <message>
        <source>recognising</source>
        <translation>認識中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>登録済み</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取り消し</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import</source>
        <translation>読み込み</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>キーを絞り込む</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>A link out of the document</source>
        <translation>文書の外へのリンク</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Do not open</source>
        <translation>開かない(&amp;D)</translation>
    </message>
    <message>
        <source>This link leads neither to a web page nor to a mailbox; it was not opened.</source>
        <translation>このリンクはウェブページにもメールアドレスにも通じていないため、開きませんでした。</translation>
    </message>
    <message>
        <source>Open a page of {host} outside of this program?</source>
        <translation>{host} のページをこのプログラムの外で開きますか？</translation>
    </message>
    <message>
        <source>Write to this address outside of this program?</source>
        <translation>このアドレスへのメールを、このプログラムの外で書きますか？</translation>
    </message>
    <message>
        <source>No program on this computer opens the address.</source>
        <translation>このアドレスを開けるプログラムがこのコンピューターにありません。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sources</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>ハイライト</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Select text to highlight it</source>
        <translation>ハイライトする文章を選択してください</translation>
    </message>
    <message>
        <source>No concept is on key %s yet</source>
        <translation>キー %s にはまだ概念がありません</translation>
    </message>
    <message>
        <source>Nothing was tagged yet</source>
        <translation>まだタグ付けしていません</translation>
    </message>
    <message>
        <source>Select the words that are to name a concept</source>
        <translation>概念の名前にする語を選択してください</translation>
    </message>
    <message>
        <source>These are too many words for the name of a concept</source>
        <translation>概念の名前としては長すぎます</translation>
    </message>
    <message>
        <source>Select text, or choose a highlight</source>
        <translation>文章かハイライトを選択してください</translation>
    </message>
    <message>
        <source>Copied with citation</source>
        <translation>出典付きでコピーしました</translation>
    </message>
    <message>
        <source>Copied; it has no key to cite</source>
        <translation>コピーしました（引用キーがないため出典は付きません）</translation>
    </message>
</context>
<context>
    <name>MergeView</name>
    <message>
        <source>Merging</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>食い違い</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>同じかも</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>要確認</translation>
    </message>
</context>
<context>
    <name>MergeWords</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>資料 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s)</source>
        <translation>
            <numerusform>文献 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>概念 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other name(s)</source>
        <translation>
            <numerusform>別名 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>ハイライト %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>タグ %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>メモ %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>人 %n 名</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s)</source>
        <translation>
            <numerusform>別の文献キー %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n .bib file(s)</source>
        <translation>
            <numerusform>.bib ファイル %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file name(s)</source>
        <translation>
            <numerusform>ファイル名 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in collections</source>
        <translation>
            <numerusform>コレクション内の位置 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) on what is the same</source>
        <translation>
            <numerusform>同一の指定 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds nothing that is not here already.</source>
        <translation>ここにないものは含まれていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>食い違い %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s)</source>
        <translation>
            <numerusform>削除 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Whose work, as the file says</source>
        <translation>だれの作業か（ファイルの記載による）</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>New conflicts: both sides are kept until somebody chooses</source>
        <translation>新しい食い違い：だれかが選ぶまで両方を残します</translation>
    </message>
    <message>
        <source>Deleted by somebody</source>
        <translation>だれかが削除したもの</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>同じかもしれないもの</translation>
    </message>
    <message>
        <source>Sources without a copy here</source>
        <translation>ここに文書のない資料</translation>
    </message>
    <message>
        <source>The records as they were before</source>
        <translation>以前の状態のバックアップ</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Copies of one work</source>
        <translation>同じ著作の写し</translation>
    </message>
    <message>
        <source>Used after it was deleted</source>
        <translation>削除後に使われた</translation>
    </message>
    <message>
        <source>A circle in the tree</source>
        <translation>ツリー内の循環</translation>
    </message>
    <message>
        <source>One key for several references</source>
        <translation>複数の文献に同じキー</translation>
    </message>
    <message>
        <source>Field {name}</source>
        <translation>項目 {name}</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>人の名前</translation>
    </message>
    <message>
        <source>Its reference</source>
        <translation>文献</translation>
    </message>
    <message>
        <source>Page labels</source>
        <translation>ページ番号</translation>
    </message>
    <message>
        <source>Its earlier version</source>
        <translation>以前の版</translation>
    </message>
    <message>
        <source>The text that is shown</source>
        <translation>表示する本文</translation>
    </message>
    <message>
        <source>Citation key</source>
        <translation>文献キー</translation>
    </message>
    <message>
        <source>Type of the entry</source>
        <translation>項目の種類</translation>
    </message>
    <message>
        <source>Entry in a .bib</source>
        <translation>.bib のエントリ</translation>
    </message>
    <message>
        <source>What its file says</source>
        <translation>ファイルの記載</translation>
    </message>
    <message>
        <source>Another key or not</source>
        <translation>別のキーかどうか</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Place in the tree</source>
        <translation>ツリー内の位置</translation>
    </message>
    <message>
        <source>Another name or not</source>
        <translation>別名かどうか</translation>
    </message>
    <message>
        <source>Writing of the name</source>
        <translation>名前の表記</translation>
    </message>
    <message>
        <source>Language of the name</source>
        <translation>名前の言語</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>箇所</translation>
    </message>
    <message>
        <source>Wording of the quote</source>
        <translation>引用の文言</translation>
    </message>
    <message>
        <source>In the collection or not</source>
        <translation>コレクションに入っているかどうか</translation>
    </message>
    <message>
        <source>Tagged or not</source>
        <translation>タグの有無</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>メモの本文</translation>
    </message>
    <message>
        <source>The same or not</source>
        <translation>同じかどうか</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>not deleted</source>
        <translation>削除しない</translation>
    </message>
    <message>
        <source>{child} under {parent}</source>
        <translation>{child}（{parent} の下）</translation>
    </message>
    <message>
        <source>{register}: {value}</source>
        <translation>{register}：{value}</translation>
    </message>
    <message>
        <source>marked area</source>
        <translation>マークした領域</translation>
    </message>
    <message>
        <source>note by {other} on {target}: {own}</source>
        <translation>{target} への {other} のメモ：{own}</translation>
    </message>
    <message>
        <source>note on {target}: {own}</source>
        <translation>{target} へのメモ：{own}</translation>
    </message>
    <message>
        <source>{target} tagged {other}</source>
        <translation>{target} に {other} を付けたもの</translation>
    </message>
    <message>
        <source>{target} and {other}</source>
        <translation>{target} と {other}</translation>
    </message>
    <message>
        <source>{target} in the collection {own}</source>
        <translation>コレクション {own} の {target}</translation>
    </message>
    <message>
        <source>{own}, another name of {target}</source>
        <translation>{target} の別名 {own}</translation>
    </message>
    <message>
        <source>{own}, another key of {target}</source>
        <translation>{target} の別のキー {own}</translation>
    </message>
    <message>
        <source>page #{number} is {label}</source>
        <translation>#{number} ページは {label}</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>ファイルのとおり</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>not tagged</source>
        <translation>概念なし</translation>
    </message>
    <message>
        <source>tagged</source>
        <translation>概念あり</translation>
    </message>
    <message>
        <source>not the same</source>
        <translation>同じではない</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>not in the collection</source>
        <translation>コレクションに入っていない</translation>
    </message>
    <message>
        <source>in the collection</source>
        <translation>コレクションに入っている</translation>
    </message>
    <message>
        <source>not called so</source>
        <translation>この名前ではない</translation>
    </message>
    <message>
        <source>called so</source>
        <translation>この名前</translation>
    </message>
    <message>
        <source>the key does not lead there</source>
        <translation>キーはそこを指さない</translation>
    </message>
    <message>
        <source>the key leads there</source>
        <translation>キーはそこを指す</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>最上位</translation>
    </message>
    <message>
        <source>under {names}</source>
        <translation>{names} の下</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>one DOI</source>
        <translation>DOI が同じ</translation>
    </message>
    <message>
        <source>one ISBN</source>
        <translation>ISBN が同じ</translation>
    </message>
    <message>
        <source>one title and year</source>
        <translation>題名と年が同じ</translation>
    </message>
    <message>
        <source>one name</source>
        <translation>名前が同じ</translation>
    </message>
    <message>
        <source>the name of one is another name of the other</source>
        <translation>一方の名前が他方の別名</translation>
    </message>
    <message>
        <source>the initials of the other</source>
        <translation>他方の頭文字</translation>
    </message>
    <message>
        <source>nearly one name</source>
        <translation>名前がほぼ同じ</translation>
    </message>
    <message>
        <source>one reference</source>
        <translation>文献が同じ</translation>
    </message>
    <message>
        <source>shared text</source>
        <translation>共通の本文</translation>
    </message>
    <message>
        <source>the quotes stand in it</source>
        <translation>引用が含まれている</translation>
    </message>
    <message>
        <source> by {name}</source>
        <translation>（{name}）</translation>
    </message>
    <message>
        <source>A whole library, with every earlier wording</source>
        <translation>以前の文言をすべて含むライブラリー全体</translation>
    </message>
    <message>
        <source>Made by {name}, {date}, with {program}; who made it is a claim</source>
        <translation>作成：{name}、{date}、{program}（作成者はファイルの記載による）</translation>
    </message>
    <message>
        <source>The documents did not come along</source>
        <translation>文書は含まれていません</translation>
    </message>
</context>
<context>
    <name>Merges</name>
    <message>
        <source>Merge</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>Packages and libraries</source>
        <translation>パッケージとライブラリー</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Merged: {what}</source>
        <translation>統合しました：{what}</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Your note</source>
        <translation>自分のメモ</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Private</source>
        <translation>非公開</translation>
    </message>
    <message>
        <source>A private note is kept beside the library and never shared with it.</source>
        <translation>非公開のメモはライブラリとは別に保存され、共有されません。</translation>
    </message>
    <message>
        <source>Notes of others</source>
        <translation>ほかの人のメモ</translation>
    </message>
    <message>
        <source>Your note (N)</source>
        <translation>自分のメモ (N)</translation>
    </message>
    <message>
        <source>Choose a highlight to note on it</source>
        <translation>メモを書くハイライトを選んでください</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>メモを絞り込む</translation>
    </message>
    <message>
        <source>Notes of this source</source>
        <translation>この資料のメモ</translation>
    </message>
    <message>
        <source>&amp;Edit note</source>
        <translation>メモを編集(&amp;E)</translation>
    </message>
    <message>
        <source>Edit the note in the list (F2)</source>
        <translation>一覧の中でメモを編集する (F2)</translation>
    </message>
    <message>
        <source>&amp;Show passage</source>
        <translation>箇所を表示(&amp;S)</translation>
    </message>
    <message>
        <source>Show what the note is on (Enter)</source>
        <translation>メモの対象を表示する (Enter)</translation>
    </message>
    <message>
        <source>No note here answers to these words.</source>
        <translation>これらの語に合うメモはありません。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Nothing is noted here yet. Select text or choose a highlight, and press N. What you note on the source itself is the field “annotation” of its reference.</source>
        <translation>まだメモはありません。テキストかハイライトを選び、N を押してください。資料そのものへのメモは、文献情報の「annotation」欄です。</translation>
    </message>
    <message>
        <source>Open a source to see what is noted on it.</source>
        <translation>資料を開くと、そのメモが表示されます。</translation>
    </message>
    <message>
        <source>marked area</source>
        <translation>マークした領域</translation>
    </message>
    <message>
        <source>on the source</source>
        <translation>資料について</translation>
    </message>
    <message>
        <source>private</source>
        <translation>非公開</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>{first}, and %n more</source>
        <translation>
            <numerusform>{first}、ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what would come of merging it</source>
        <translation>統合した場合の結果を表示</translation>
    </message>
    <message>
        <source>Merge {what}…</source>
        <translation>{what} を統合…</translation>
    </message>
    <message>
        <source>Set {what} aside</source>
        <translation>{what} を保留</translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>There are no pages to go to here.</source>
        <translation>ここには移動できるページがありません。</translation>
    </message>
    <message>
        <source>Page %s of the file</source>
        <translation>ファイルの %s ページ目</translation>
    </message>
    <message>
        <source>No page is called ‘{page}’.</source>
        <translation>「{page}」というページはありません。</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>It &amp;stands here</source>
        <translation>ここにある(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>やめる(&amp;L)</translation>
    </message>
    <message>
        <source>Select where this stands now: “{quote}”</source>
        <translation>次の箇所が今ある場所を選択してください：「{quote}」</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>Nothing is selected: select the words that the highlight stands for.</source>
        <translation>何も選択されていません。ハイライトに当たる語句を選択してください。</translation>
    </message>
    <message>
        <source>Gave a highlight its place</source>
        <translation>ハイライトの場所を決めました</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>印刷のまま</translation>
    </message>
    <message>
        <source>Dimmed</source>
        <translation>暗くする</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>反転する</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> 字</translation>
    </message>
    <message>
        <source>Single letters are &amp;keys in the reader</source>
        <translation>閲覧中は一文字のキーを使う(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Pages in the dark</source>
        <translation>暗い配色でのページ(&amp;P)</translation>
    </message>
    <message>
        <source>Size of the &amp;interface</source>
        <translation>画面の大きさ(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Font of texts</source>
        <translation>本文のフォント(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size of texts</source>
        <translation>本文の文字サイズ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Width of lines</source>
        <translation>行の長さ(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Language, from the next start</source>
        <translation>言語（次回の起動から）(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Your name, on what you mark</source>
        <translation>ハイライトに付ける名前(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Text of {name}</source>
        <translation>{name} の内容</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Private notes missing</source>
        <translation>非公開メモがありません</translation>
    </message>
    <message>
        <source>Earlier wordings stay in the library file and in what was shared of it: what was recorded there cannot be unsaid.</source>
        <translation>以前の記述は、ライブラリのファイルとすでに共有した分に残ります。そこに記録されたものは取り消せません。</translation>
    </message>
    <message>
        <source>The highlight is in the library now, for all who get it. Private notes on it stay private.</source>
        <translation>ハイライトはライブラリに入り、受け取る人全員に見えるようになりました。非公開のメモは非公開のままです。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>The highlight is private now.</source>
        <translation>ハイライトは非公開になりました。</translation>
    </message>
    <message>
        <source>The highlight is shared now.</source>
        <translation>ハイライトは共有になりました。</translation>
    </message>
</context>
<context>
    <name>QuotesModel</name>
    <message>
        <source>Untagged</source>
        <translation>概念なし</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>箇所</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>By</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
</context>
<context>
    <name>QuotesView</name>
    <message>
        <source>Group by</source>
        <translation>まとめ方</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>まとめない</translation>
    </message>
    <message>
        <source>By concept</source>
        <translation>概念ごと</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>資料ごと</translation>
    </message>
    <message>
        <source>E&amp;xport these…</source>
        <translation>これらを書き出す(&amp;X)…</translation>
    </message>
    <message>
        <source>No highlights yet. Open a source, select text and press H.</source>
        <translation>まだハイライトがありません。資料を開き、文章を選択して H を押してください。</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>出典付きでコピー</translation>
    </message>
    <message>
        <source>No quote is left by these filters.</source>
        <translation>この絞り込みに合う引用はありません。</translation>
    </message>
    <message>
        <source>Take all filters off</source>
        <translation>絞り込みをすべて外す</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引用一覧</translation>
    </message>
    <message>
        <source>Quotes: {count}</source>
        <translation>引用：{count} 件</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This document has no links.</source>
        <translation>この文書にはリンクがありません。</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace a source</source>
        <translation>資料の差し替え</translation>
    </message>
    <message>
        <source>{file} in place of {name}</source>
        <translation>{name} を {file} に差し替え</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>差し替える(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>今はしない(&amp;N)</translation>
    </message>
    <message>
        <source>It is being read, and the highlights are looked for in it …</source>
        <translation>読み込んで、ハイライトを探しています…</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) stand where they stood</source>
        <translation>
            <numerusform>同じ場所にあるハイライト：%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) stand elsewhere with the same words</source>
        <translation>
            <numerusform>同じ語句で別の場所にあるハイライト：%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) are uncertain: there is a proposal</source>
        <translation>
            <numerusform>不確かで候補のあるハイライト：%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) are lost: their words are not in it</source>
        <translation>
            <numerusform>語句が見つからないハイライト：%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The old version is kept. What is uncertain or lost stays in it and waits for you to look; nothing is placed on a guess, and one step of undo takes it all back.</source>
        <translation>古い版は残ります。不確かなものと見つからないものは古い版に残り、確認を待ちます。推測で置かれるものはなく、一度の取り消しですべて元に戻ります。</translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>Choose the source that has a new version</source>
        <translation>新しい版のある資料を選んでください</translation>
    </message>
    <message>
        <source>New version of {name}</source>
        <translation>{name} の新しい版</translation>
    </message>
    <message numerus="yes">
        <source>Replaced: %n highlight(s) found again</source>
        <translation>
            <numerusform>差し替えました：ハイライトを %n 件見つけました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>要確認 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>What the file brings</source>
        <translation>ファイルの内容</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>ファイルを選ぶ(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>統合する(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>今はしない(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>中止(&amp;C)</translation>
    </message>
    <message>
        <source>Merge what a colleague has sent</source>
        <translation>受け取ったものを統合する</translation>
    </message>
    <message>
        <source>A package (.commonplace-share) or a whole library (.commonplace). First you see what it would bring; nothing is changed before you say so, a backup is made, and one step of undo takes it all back.</source>
        <translation>パッケージ (.commonplace-share) またはライブラリー全体 (.commonplace)。まず何が加わるかを表示します。指示するまで何も変わりません。バックアップが作られ、一度の取り消しですべて元に戻ります。</translation>
    </message>
    <message>
        <source>It is being merged …</source>
        <translation>統合しています…</translation>
    </message>
    <message>
        <source>It is being looked at; nothing is changed …</source>
        <translation>確認しています（何も変更しません）…</translation>
    </message>
    <message numerus="yes">
        <source>Also let %n thing(s) vanish that were deleted there</source>
        <translation>
            <numerusform>そこで削除された %n 件をここでも消す</numerusform>
        </translation>
    </message>
    <message>
        <source>It is merged; undo takes all of it back.</source>
        <translation>統合しました。取り消せばすべて元に戻ります。</translation>
    </message>
    <message numerus="yes">
        <source>Find %n highlight(s) &amp;again in the texts that are here</source>
        <translation>
            <numerusform>ここにある本文で %n 件のハイライトを見つけ直す(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>まだ何も変更していません。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Proposal</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>ハイライト</translation>
    </message>
    <message>
        <source>In</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Highlights that wait</source>
        <translation>待っているハイライト</translation>
    </message>
    <message>
        <source>Every highlight stands in the text that its source shows.</source>
        <translation>すべてのハイライトが資料の本文にあります。</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>As it may stand now</source>
        <translation>現在の候補</translation>
    </message>
    <message>
        <source>&amp;Accept the proposal (A)</source>
        <translation>候補を採用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find it in the text (F)</source>
        <translation>本文で探す(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Leave it (L)</source>
        <translation>残しておく(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>Put %n highlight(s) where the words stand now</source>
        <translation>
            <numerusform>%n 件のハイライトを語句の今ある場所に置く</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was, {place}</source>
        <translation>以前、{place}</translation>
    </message>
    <message>
        <source>Not found in the new text</source>
        <translation>新しい本文に見つかりません</translation>
    </message>
    <message>
        <source>As it may stand now, {place}</source>
        <translation>現在の候補、{place}</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>同じ場所</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>不確か</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>見つからない</translation>
    </message>
</context>
<context>
    <name>SamePage</name>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>This</source>
        <translation>これ</translation>
    </message>
    <message>
        <source>And this</source>
        <translation>とこれ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Things that may be the same</source>
        <translation>同じかもしれないもの</translation>
    </message>
    <message>
        <source>The &amp;same (S)</source>
        <translation>同じ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Different (D)</source>
        <translation>別(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later (L)</source>
        <translation>後で(&amp;L)</translation>
    </message>
    <message>
        <source>Looking for things that may be the same …</source>
        <translation>同じかもしれないものを探しています…</translation>
    </message>
    <message>
        <source>Nothing here looks as if it were there twice.</source>
        <translation>重複しているらしいものはありません。</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search the library</source>
        <translation>ライブラリを検索</translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>見つかった箇所</translation>
    </message>
    <message>
        <source>Look for {words}</source>
        <translation>{words} を検索</translation>
    </message>
    <message>
        <source>Nothing found in sources, highlights and notes.</source>
        <translation>資料・ハイライト・メモのどこにも見つかりませんでした。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n か所</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n source(s)</source>
        <translation>
            <numerusform>（資料 %n 件）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Tag (T)</source>
        <translation>タグ (T)</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>メモ (N)</translation>
    </message>
    <message>
        <source>Copy with citation (C)</source>
        <translation>出典付きでコピー (C)</translation>
    </message>
    <message>
        <source>Highlight with %s</source>
        <translation>%s でハイライト</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share with colleagues</source>
        <translation>ほかの人と共有</translation>
    </message>
    <message>
        <source>Collec&amp;tions</source>
        <translation>コレクション(&amp;T)</translation>
    </message>
    <message>
        <source>With the &amp;documents and their texts</source>
        <translation>文書とその本文を含める(&amp;D)</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>書き出すファイル</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>S&amp;hare</source>
        <translation>共有する(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>上書き(&amp;O)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>中止(&amp;N)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>閉じる(&amp;L)</translation>
    </message>
    <message>
        <source>The whole library goes along.</source>
        <translation>ライブラリー全体が含まれます。</translation>
    </message>
    <message>
        <source>What you chose goes along with all it needs: its sources and references, the concepts with those above them, its notes, and the names of those who wrote them.</source>
        <translation>選んだものが、必要なものすべてと一緒に含まれます。資料と文献、概念とその上位の概念、メモ、それを書いた人の名前です。</translation>
    </message>
    <message>
        <source>The documents go along; see that you may pass them on.</source>
        <translation>文書が含まれます。渡してよいものか確かめてください。</translation>
    </message>
    <message>
        <source>No document and no full text goes along, only the quotes and where they stand.</source>
        <translation>文書も全文も含まれず、引用とその場所だけが含まれます。</translation>
    </message>
    <message>
        <source>So does every earlier wording of it, and what was deleted of it. What is private never does.</source>
        <translation>以前の文言や、削除されたものも含まれます。非公開のものは決して含まれません。</translation>
    </message>
    <message>
        <source>Write the package to</source>
        <translation>パッケージの書き出し先</translation>
    </message>
    <message>
        <source>&amp;Concepts</source>
        <translation>概念(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>資料(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Persons</source>
        <translation>人(&amp;P)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>Package written: {name}, {size} MB</source>
        <translation>パッケージを書き出しました：{name}、{size} MB</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
</context>
<context>
    <name>SlotBar</name>
    <message>
        <source>Concepts on the keys 1 to 7</source>
        <translation>キー1～7の概念</translation>
    </message>
    <message>
        <source>No concept is on key %s yet</source>
        <translation>キー %s にはまだ概念がありません</translation>
    </message>
    <message>
        <source>Highlight with %s</source>
        <translation>%s でハイライト</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>The file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Open a source to see its reference, and what its file says of itself.</source>
        <translation>資料を開くと、その文献情報とファイル自身の記載がここに出ます。</translation>
    </message>
    <message>
        <source>Fields of the reference</source>
        <translation>文献情報の項目</translation>
    </message>
    <message>
        <source>Further field, as: pages = 12–19</source>
        <translation>項目を追加（例：pages = 12–19）</translation>
    </message>
    <message>
        <source>Further field with its value</source>
        <translation>追加する項目とその値</translation>
    </message>
    <message>
        <source>Add the field</source>
        <translation>項目を追加</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>The file says</source>
        <translation>ファイルの記載</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>確度</translation>
    </message>
    <message>
        <source>What the file says of itself</source>
        <translation>ファイル自身の記載</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): people said different things of it</source>
        <translation>
            <numerusform>食い違い %n 件：人によって内容が違います</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n ページ</numerusform>
        </translation>
    </message>
    <message>
        <source>flowing text</source>
        <translation>ページのない文書</translation>
    </message>
    <message>
        <source>It has no text layer: mark areas, or read it with text recognition.</source>
        <translation>文字情報がありません。範囲をハイライトするか、文字認識で読み込んでください。</translation>
    </message>
    <message>
        <source>Former keys: %s</source>
        <translation>以前のキー：%s</translation>
    </message>
</context>
<context>
    <name>SourceTree</name>
    <message>
        <source>Source</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>箇所</translation>
    </message>
    <message>
        <source>Author, year</source>
        <translation>著者・年</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Filter sources</source>
        <translation>資料を絞り込む</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Order of the sources</source>
        <translation>資料の並び順</translation>
    </message>
    <message>
        <source>As they were added</source>
        <translation>追加順</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>題名順</translation>
    </message>
    <message>
        <source>By author and year</source>
        <translation>著者・年順</translation>
    </message>
    <message>
        <source>Most highlights first</source>
        <translation>ハイライトの多い順</translation>
    </message>
    <message>
        <source>Groups of the sources</source>
        <translation>資料のまとめ方</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>まとめない</translation>
    </message>
    <message>
        <source>By reference</source>
        <translation>文献ごと</translation>
    </message>
    <message>
        <source>By collection</source>
        <translation>コレクション別</translation>
    </message>
    <message>
        <source>By concept</source>
        <translation>概念ごと</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>年ごと</translation>
    </message>
    <message>
        <source>&amp;Delete this source</source>
        <translation>この資料を削除(&amp;D)</translation>
    </message>
    <message>
        <source>No reference</source>
        <translation>文献情報なし</translation>
    </message>
    <message>
        <source>In no collection</source>
        <translation>コレクションなし</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>概念なし</translation>
    </message>
    <message>
        <source>No year</source>
        <translation>年なし</translation>
    </message>
    <message>
        <source>No source answers to these words.</source>
        <translation>これらの語に合う資料はありません。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>No sources yet. Import documents, or drop them here.</source>
        <translation>まだ資料がありません。文書を読み込むか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>Its document is not in this library: import it again to see its pages.</source>
        <translation>文書がこのライブラリにありません。ページを見るには、もう一度読み込んでください。</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>文書なし</translation>
    </message>
    <message>
        <source>Its reader crashed or hung over its pages twice: they are not safe to draw.</source>
        <translation>ページの読み取りが2回、異常終了または停止しました。安全に表示できません。</translation>
    </message>
    <message>
        <source>not safe</source>
        <translation>安全でない</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>文字なし</translation>
    </message>
    <message>
        <source>It has no text layer: marking words needs text recognition.</source>
        <translation>文字情報がありません。語をハイライトするには文字認識が必要です。</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>It has no citation key: its quotes cannot be cited.</source>
        <translation>引用キーがないため、引用に出典を付けられません。</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) wait for a place in its new text.</source>
        <translation>
            <numerusform>ハイライト %n 件が、新しい本文での位置の確認を待っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>確認待ち %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): people said different things of it. Click to settle them.</source>
        <translation>
            <numerusform>食い違い %n 件：人によって内容が違います。クリックして決めてください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>食い違い %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>食い違い %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>ハイライト %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagBox</name>
    <message>
        <source>Concept</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>Concept to tag with</source>
        <translation>付ける概念</translation>
    </message>
    <message>
        <source>Matching concepts</source>
        <translation>該当する概念</translation>
    </message>
    <message>
        <source>Create ‘%s’</source>
        <translation>「%s」を作る</translation>
    </message>
    <message>
        <source>Tag with %s</source>
        <translation>%s をタグ付け</translation>
    </message>
    <message>
        <source>Take off %s</source>
        <translation>%s を外す</translation>
    </message>
    <message>
        <source>Ctrl+Enter takes one and waits for another</source>
        <translation>Ctrl+Enter で一つ選び、続けて次を選べます</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>ツールバー</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>… or drop files and folders anywhere in this window.</source>
        <translation>…またはファイルやフォルダーをこのウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>&amp;Import documents…</source>
        <translation>文書を読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>フォルダーを読み込む(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Try the sample library</source>
        <translation>サンプルのライブラリを試す(&amp;T)</translation>
    </message>
    <message>
        <source>This library is empty</source>
        <translation>このライブラリは空です</translation>
    </message>
    <message>
        <source>Choose a source on the left to read it</source>
        <translation>読む資料を左から選んでください</translation>
    </message>
</context>
<context>
    <name>ZoomField</name>
    <message>
        <source>Zoom</source>
        <translation>倍率</translation>
    </message>
</context>
<context>
    <name>_Lines</name>
    <message>
        <source>On the source</source>
        <translation>資料について</translation>
    </message>
</context>
</TS>
