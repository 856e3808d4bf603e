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
    <name>ConceptsPanel</name>
    <message>
        <source>Filter concepts</source>
        <translation>概念を絞り込む</translation>
    </message>
    <message>
        <source>Definition of the concept</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge ‘{0}’ into ‘{1}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a concept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages in small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
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
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Quotes copied: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出す(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Quotes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Concepts</source>
        <translation>概念(&amp;C)</translation>
    </message>
    <message>
        <source>All, with what has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>資料(&amp;S)</translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (Pandoc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LaTeX (biblatex)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Quotes written: {count}, to {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Words in the quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter {name}: remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s of %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
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
        <source>About Commonplace</source>
        <translation>Commonplace について</translation>
    </message>
    <message>
        <source>Marks passages, tags them with concepts, and exports the quotes with their citations; offline.</source>
        <translation>文章にハイライトと概念のタグを付け、引用を出典とともに書き出します。ネットワークは使いません。</translation>
    </message>
</context>
<context>
    <name>HighlightsPanel</name>
    <message>
        <source>Highlight</source>
        <translation>ハイライト</translation>
    </message>
    <message>
        <source>Highlights of this source</source>
        <translation>この資料のハイライト</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Filter the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>%s (taken back)</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files being imported</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {failed} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>やり直す</translation>
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
        <translation type="unfinished"></translation>
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
    <message>
        <source>From the other end of the document</source>
        <translation>文書の反対側の端から続けます</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Select text to highlight it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No concept is on key %s yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was tagged yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the words that are to name a concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are too many words for the name of a concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select text, or choose a highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied with citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied; it has no key to cite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Your note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Notes of others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a highlight to note on it</source>
        <translation>メモを書くハイライトを選んでください</translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Page %s of the file</source>
        <translation>ファイルの %s ページ目</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuotesModel</name>
    <message>
        <source>Untagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuotesView</name>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport these…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No highlights yet. Open a source, select text and press H.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>出典付きでコピー</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引用一覧</translation>
    </message>
    <message>
        <source>Quotes: {count}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try fewer words, or the beginning of one with a star: strat*</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n source(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
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
        <source>History</source>
        <translation>履歴</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further field, as: pages = 12–19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further field with its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file says of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>flowing text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no text layer: mark areas, or read it with text recognition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Former keys: %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Filter sources</source>
        <translation>資料を絞り込む</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>ハイライト</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Order of the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they were added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By author and year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most highlights first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter takes one and waits for another</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import documents…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try the sample library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a source on the left to read it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomField</name>
    <message>
        <source>Zoom</source>
        <translation>倍率</translation>
    </message>
</context>
</TS>
