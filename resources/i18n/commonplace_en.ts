<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message>
        <source>Highlighted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>{count} chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chosen</name>
    <message>
        <source>From the other end of the document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CollectionsMenu</name>
    <message>
        <source>&amp;New collection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>C&amp;olumns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;As at first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;ighlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export quotes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;with citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Printed size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit p&amp;age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continuous pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Single page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Facing pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;eft panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rig&amp;ht panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous s&amp;ource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next of the same &amp;concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous of the same conc&amp;ept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous lin&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next re&amp;gion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous reg&amp;ion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight &amp;privately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark an &amp;area of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repeat the last tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New concept from the &amp;words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My note is pri&amp;vate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make &amp;shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;overlapping highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;end my changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace this source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Things that may be the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights that &amp;wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Commonplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With concept &amp;1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With concept &amp;2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With concept &amp;3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With concept &amp;4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With concept &amp;5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With concept &amp;6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With concept &amp;7</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConceptTree</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): people said different things of it. Click to settle them.</source>
        <translation>
            <numerusform>%n conflict: people said different things of it. Click to settle them.</numerusform>
            <numerusform>%n conflicts: people said different things of it. Click to settle them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConceptsPanel</name>
    <message>
        <source>Filter concepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition of the concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names of the concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synonyms and names in other languages, parted by semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New concept</source>
        <translation type="unfinished"></translation>
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
        <source>&amp;Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No concept is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No concepts yet. Select words and press V to make one of them, or T to tag with a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names; parted; so</source>
        <translation type="unfinished"></translation>
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
    <name>ConflictsPage</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody contradicts anybody: there are no conflicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N, P: next, previous · 1–9: choose · Enter: keep</source>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a source to see what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document has no outline.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message numerus="yes">
        <source>%n highlight(s) found again</source>
        <translation>
            <numerusform>%n highlight found again</numerusform>
            <numerusform>%n highlights found again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled: {what}; %n conflict(s) left</source>
        <translation>
            <numerusform>Settled: {what}; %n conflict left</numerusform>
            <numerusform>Settled: {what}; %n conflicts left</numerusform>
        </translation>
    </message>
    <message>
        <source>Said to be the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told from each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gave a highlight its place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Deleted 1 highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged two concepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted 1 concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted 1 source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone: %s</source>
        <translation type="unfinished"></translation>
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
    <name>Exchange</name>
    <message>
        <source>The exchange folder is there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My changes are in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has all my changes already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExchangeBox</name>
    <message>
        <source>Exchange folder of this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder in a cloud, or on a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;eave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send my &amp;changes when the window closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the &amp;documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>A second version of {file} can be merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person}’s changes of {time} can be merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second version of {file}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is still on its way. {reason}</source>
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
        <source>With what is &amp;private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Concepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, with what has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
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
    <name>FirstSteps</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring documents in with Ctrl+O, or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a source and select words in it with the mouse or with Shift and the arrows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press T to tag what is selected with a concept, or H to highlight it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+E to write your quotes with their citations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These were the first steps. Ctrl+K finds all that can be done; Ctrl+? lists the keys.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Commonplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks passages, tags them with concepts, and exports the quotes with their citations; offline.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>The window, in ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring documents in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find your way among many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange with colleagues through a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working with colleagues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people begin apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part, without the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it, from one to the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When two say different things</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadsPane</name>
    <message>
        <source>What would stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where it &amp;stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no part of the guide: %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HighlightsPanel</name>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights of this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a source to see what is marked in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No highlight here answers to these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked here yet. Select text and press H.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
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
        <source>, {cancelled} cancelled</source>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading page {page} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognising page {page} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>A link out of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Do not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads neither to a web page nor to a mailbox; it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a page of {host} outside of this program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to this address outside of this program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens the address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
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
    <name>MergeView</name>
    <message>
        <source>Merging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeWords</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s)</source>
        <translation>
            <numerusform>%n reference</numerusform>
            <numerusform>%n references</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n concept</numerusform>
            <numerusform>%n concepts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other name(s)</source>
        <translation>
            <numerusform>%n other name</numerusform>
            <numerusform>%n other names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s)</source>
        <translation>
            <numerusform>%n other key</numerusform>
            <numerusform>%n other keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n .bib file(s)</source>
        <translation>
            <numerusform>%n .bib file</numerusform>
            <numerusform>%n .bib files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file name(s)</source>
        <translation>
            <numerusform>%n file name</numerusform>
            <numerusform>%n file names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in collections</source>
        <translation>
            <numerusform>%n place in collections</numerusform>
            <numerusform>%n places in collections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) on what is the same</source>
        <translation>
            <numerusform>%n word on what is the same</numerusform>
            <numerusform>%n words on what is the same</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds nothing that is not here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s)</source>
        <translation>
            <numerusform>%n deletion</numerusform>
            <numerusform>%n deletions</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose work, as the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conflicts: both sides are kept until somebody chooses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted by somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources without a copy here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records as they were before</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of one work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used after it was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A circle in the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key for several references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry in a .bib</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another key or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another name or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording of the quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the collection or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{child} under {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{register}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note by {other} on {target}: {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note on {target}: {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} tagged {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} in the collection {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own}, another name of {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own}, another key of {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page #{number} is {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not called so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key does not lead there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key leads there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one DOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one ISBN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one title and year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of one is another name of the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the initials of the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly one name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quotes stand in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole library, with every earlier wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by {name}, {date}, with {program}; who made it is a claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents did not come along</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Merges</name>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages and libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged: {what}</source>
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
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private note is kept beside the library and never shared with it.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes of this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the note in the list (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the note is on (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note here answers to these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is noted here yet. Select text or choose a highlight, and press N. What you note on the source itself is the field “annotation” of its reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a source to see what is noted on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>{first}, and %n more</source>
        <translation>
            <numerusform>{first}, and %n more</numerusform>
            <numerusform>{first}, and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what would come of merging it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {what}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {what} aside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pages to go to here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %s of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page is called ‘{page}’.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>It &amp;stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select where this stands now: “{quote}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>Nothing is selected: select the words that the highlight stands for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gave a highlight its place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters are &amp;keys in the reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pages in the dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the &amp;interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Font of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Width of lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language, from the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your name, on what you mark</source>
        <translation type="unfinished"></translation>
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
    <name>Privacy</name>
    <message>
        <source>Private notes missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier wordings stay in the library file and in what was shared of it: what was recorded there cannot be unsaid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight is in the library now, for all who get it. Private notes on it stay private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight is private now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight is shared now.</source>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quote is left by these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all filters off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This document has no links.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} in place of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being read, and the highlights are looked for in it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) stand where they stood</source>
        <translation>
            <numerusform>%n highlight stands where it stood</numerusform>
            <numerusform>%n highlights stand where they stood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) stand elsewhere with the same words</source>
        <translation>
            <numerusform>%n highlight stands elsewhere with the same words</numerusform>
            <numerusform>%n highlights stand elsewhere with the same words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) are uncertain: there is a proposal</source>
        <translation>
            <numerusform>%n highlight is uncertain: there is a proposal</numerusform>
            <numerusform>%n highlights are uncertain: there are proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) are lost: their words are not in it</source>
        <translation>
            <numerusform>%n highlight is lost: its words are not in it</numerusform>
            <numerusform>%n highlights are lost: their words are not in it</numerusform>
        </translation>
    </message>
    <message>
        <source>The old version is kept. What is uncertain or lost stays in it and waits for you to look; nothing is placed on a guess, and one step of undo takes it all back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>Choose the source that has a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New version of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Replaced: %n highlight(s) found again</source>
        <translation>
            <numerusform>Replaced: %n highlight found again</numerusform>
            <numerusform>Replaced: %n highlights found again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>What the file brings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge what a colleague has sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A package (.commonplace-share) or a whole library (.commonplace). First you see what it would bring; nothing is changed before you say so, a backup is made, and one step of undo takes it all back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being merged …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being looked at; nothing is changed …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Also let %n thing(s) vanish that were deleted there</source>
        <translation>
            <numerusform>Also let %n thing vanish that was deleted there</numerusform>
            <numerusform>Also let %n things vanish that were deleted there</numerusform>
        </translation>
    </message>
    <message>
        <source>It is merged; undo takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Find %n highlight(s) &amp;again in the texts that are here</source>
        <translation>
            <numerusform>Find %n highlight &amp;again in the texts that are here</numerusform>
            <numerusform>Find %n highlights &amp;again in the texts that are here</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every highlight stands in the text that its source shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it may stand now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept the proposal (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find it in the text (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave it (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Put %n highlight(s) where the words stand now</source>
        <translation>
            <numerusform>Put %n highlight where the words stand now</numerusform>
            <numerusform>Put %n highlights where the words stand now</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in the new text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it may stand now, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamePage</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Things that may be the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;same (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Different (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for things that may be the same …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here looks as if it were there twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
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
        <source>Look for {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found in sources, highlights and notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n source(s)</source>
        <translation>
            <numerusform>in %n source</numerusform>
            <numerusform>in %n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Tag (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with citation (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight with %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share with colleagues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collec&amp;tions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the &amp;documents and their texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole library goes along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you chose goes along with all it needs: its sources and references, the concepts with those above them, its notes, and the names of those who wrote them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents go along; see that you may pass them on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document and no full text goes along, only the quotes and where they stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So does every earlier wording of it, and what was deleted of it. What is private never does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the package to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Concepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>Package written: {name}, {size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlotBar</name>
    <message>
        <source>Concepts on the keys 1 to 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No concept is on key %s yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight with %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a source to see its reference, and what its file says of itself.</source>
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
        <source>%n conflict(s): people said different things of it</source>
        <translation>
            <numerusform>%n conflict: people said different things of it</numerusform>
            <numerusform>%n conflicts: people said different things of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
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
    <name>SourceTree</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author, year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Filter sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
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
        <source>Groups of the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source answers to these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sources yet. Import documents, or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its document is not in this library: import it again to see its pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its reader crashed or hung over its pages twice: they are not safe to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no text layer: marking words needs text recognition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no citation key: its quotes cannot be cited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) wait for a place in its new text.</source>
        <translation>
            <numerusform>%n highlight waits for a place in its new text.</numerusform>
            <numerusform>%n highlights wait for a place in its new text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): people said different things of it. Click to settle them.</source>
        <translation>
            <numerusform>%n conflict: people said different things of it. Click to settle them.</numerusform>
            <numerusform>%n conflicts: people said different things of it. Click to settle them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagBox</name>
    <message>
        <source>Concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concept to tag with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching concepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create ‘%s’</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Lines</name>
    <message>
        <source>On the source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
