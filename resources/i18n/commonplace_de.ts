<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message>
        <source>Highlighted</source>
        <translation>Markiert</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>{count} chosen</source>
        <translation>{count} gewählt</translation>
    </message>
</context>
<context>
    <name>Chosen</name>
    <message>
        <source>From the other end of the document</source>
        <translation>Weiter am anderen Ende des Dokuments</translation>
    </message>
</context>
<context>
    <name>CollectionsMenu</name>
    <message>
        <source>&amp;New collection…</source>
        <translation>&amp;Neue Sammlung…</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Name der Sammlung</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>C&amp;olumns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;As at first</source>
        <translation>Wie am &amp;Anfang</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>So heißt kein Befehl.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>H&amp;ighlight</source>
        <translation>&amp;Markierung</translation>
    </message>
    <message>
        <source>&amp;Concept</source>
        <translation>Beg&amp;riff</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>Biblio&amp;thek</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Export quotes…</source>
        <translation>Zitate &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;with citation</source>
        <translation>Mit &amp;Beleg kopieren</translation>
    </message>
    <message>
        <source>&amp;Find in document</source>
        <translation>Im &amp;Dokument suchen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Nächste &amp;Fundstelle</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Vorige Fundstelle</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>Bibliothek durch&amp;suchen</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Printed size</source>
        <translation>&amp;Druckgröße</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>Seiten&amp;breite</translation>
    </message>
    <message>
        <source>Fit p&amp;age</source>
        <translation>Ganze Sei&amp;te</translation>
    </message>
    <message>
        <source>&amp;Continuous pages</source>
        <translation>&amp;Fortlaufende Seiten</translation>
    </message>
    <message>
        <source>&amp;Single page</source>
        <translation>&amp;Einzelne Seite</translation>
    </message>
    <message>
        <source>&amp;Facing pages</source>
        <translation>D&amp;oppelseiten</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Nach l&amp;inks drehen</translation>
    </message>
    <message>
        <source>Te&amp;xt cursor</source>
        <translation>Te&amp;xtcursor</translation>
    </message>
    <message>
        <source>L&amp;eft panel</source>
        <translation>&amp;Linke Leiste</translation>
    </message>
    <message>
        <source>Rig&amp;ht panel</source>
        <translation>Rec&amp;hte Leiste</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation>&amp;Leseansicht</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>&amp;Zitate</translation>
    </message>
    <message>
        <source>&amp;Merging</source>
        <translation>Zusa&amp;mmenführung</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Z&amp;urück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>Go to &amp;page…</source>
        <translation>Zu &amp;Seite…</translation>
    </message>
    <message>
        <source>Next &amp;source</source>
        <translation>Nächste &amp;Quelle</translation>
    </message>
    <message>
        <source>Previous s&amp;ource</source>
        <translation>Vo&amp;rige Quelle</translation>
    </message>
    <message>
        <source>&amp;Next highlight</source>
        <translation>&amp;Nächste Markierung</translation>
    </message>
    <message>
        <source>Pre&amp;vious highlight</source>
        <translation>V&amp;orige Markierung</translation>
    </message>
    <message>
        <source>Next of the same &amp;concept</source>
        <translation>Nächste zum selben &amp;Begriff</translation>
    </message>
    <message>
        <source>Previous of the same conc&amp;ept</source>
        <translation>Vorige zum selben Be&amp;griff</translation>
    </message>
    <message>
        <source>Next &amp;link</source>
        <translation>Nächster Verw&amp;eis</translation>
    </message>
    <message>
        <source>Previous lin&amp;k</source>
        <translation>Voriger Ver&amp;weis</translation>
    </message>
    <message>
        <source>Next re&amp;gion</source>
        <translation>Nächster Berei&amp;ch</translation>
    </message>
    <message>
        <source>Previous reg&amp;ion</source>
        <translation>Voriger Bere&amp;ich</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>Highlight &amp;privately</source>
        <translation>&amp;Privat markieren</translation>
    </message>
    <message>
        <source>Mark an &amp;area of the page</source>
        <translation>Be&amp;reich der Seite markieren</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>Be&amp;griffe zuordnen…</translation>
    </message>
    <message>
        <source>&amp;Repeat the last tags</source>
        <translation>Letzte Begriffe &amp;wieder zuordnen</translation>
    </message>
    <message>
        <source>New concept from the &amp;words</source>
        <translation>Neuer Begriff aus den W&amp;orten</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>My note is pri&amp;vate</source>
        <translation>Meine Notiz ist pri&amp;vat</translation>
    </message>
    <message>
        <source>&amp;Make private</source>
        <translation>Privat m&amp;achen</translation>
    </message>
    <message>
        <source>Make &amp;shared</source>
        <translation>Mit anderen &amp;teilen</translation>
    </message>
    <message>
        <source>Next &amp;overlapping highlight</source>
        <translation>Nä&amp;chste überlappende Markierung</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;New concept</source>
        <translation>&amp;Neuer Begriff</translation>
    </message>
    <message>
        <source>&amp;Rename concept</source>
        <translation>Begriff &amp;umbenennen</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>&amp;Zusammenführen …</translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation>&amp;Teilen …</translation>
    </message>
    <message>
        <source>S&amp;end my changes</source>
        <translation>Meine Ä&amp;nderungen senden</translation>
    </message>
    <message>
        <source>&amp;Replace this source…</source>
        <translation>Diese Quelle &amp;ersetzen …</translation>
    </message>
    <message>
        <source>&amp;Conflicts</source>
        <translation>&amp;Widersprüche</translation>
    </message>
    <message>
        <source>&amp;Things that may be the same</source>
        <translation>W&amp;as dasselbe sein könnte</translation>
    </message>
    <message>
        <source>Highlights that &amp;wait</source>
        <translation>&amp;Markierungen, die warten</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation>&amp;Befehlspalette</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Commonplace</source>
        <translation>Über &amp;Commonplace</translation>
    </message>
    <message>
        <source>With concept &amp;1</source>
        <translation>Mit Begriff &amp;1</translation>
    </message>
    <message>
        <source>With concept &amp;2</source>
        <translation>Mit Begriff &amp;2</translation>
    </message>
    <message>
        <source>With concept &amp;3</source>
        <translation>Mit Begriff &amp;3</translation>
    </message>
    <message>
        <source>With concept &amp;4</source>
        <translation>Mit Begriff &amp;4</translation>
    </message>
    <message>
        <source>With concept &amp;5</source>
        <translation>Mit Begriff &amp;5</translation>
    </message>
    <message>
        <source>With concept &amp;6</source>
        <translation>Mit Begriff &amp;6</translation>
    </message>
    <message>
        <source>With concept &amp;7</source>
        <translation>Mit Begriff &amp;7</translation>
    </message>
</context>
<context>
    <name>ConceptTree</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Widerspruch</numerusform>
            <numerusform>%n Widersprüche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): people said different things of it. Click to settle them.</source>
        <translation>
            <numerusform>%n Widerspruch: Es wurde Verschiedenes gesagt. Klicken Sie, um zu klären.</numerusform>
            <numerusform>%n Widersprüche: Es wurde Verschiedenes gesagt. Klicken Sie, um zu klären.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConceptsPanel</name>
    <message>
        <source>Filter concepts</source>
        <translation>Begriffe filtern</translation>
    </message>
    <message>
        <source>Definition of the concept</source>
        <translation>Definition des Begriffs</translation>
    </message>
    <message>
        <source>Other names of the concept</source>
        <translation>Andere Namen des Begriffs</translation>
    </message>
    <message>
        <source>Synonyms and names in other languages, parted by semicolons</source>
        <translation>Synonyme und Namen in anderen Sprachen, durch Semikolon getrennt</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>Neuer Begriff</translation>
    </message>
    <message>
        <source>&amp;New concept</source>
        <translation>&amp;Neuer Begriff</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation>Auf die &amp;oberste Ebene</translation>
    </message>
    <message>
        <source>&amp;Merge ‘{0}’ into ‘{1}’</source>
        <translation>„{0}“ &amp;mit „{1}“ zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>&amp;Any</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>Put on &amp;key</source>
        <translation>Auf &amp;Taste legen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>Zinnober</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>Purpur</translation>
    </message>
    <message>
        <source>No concept is called so.</source>
        <translation>Kein Begriff heißt so.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>No concepts yet. Select words and press V to make one of them, or T to tag with a new one.</source>
        <translation>Noch keine Begriffe. Wählen Sie Worte im Text und drücken Sie V, um daraus einen Begriff zu machen, oder T, um einen neuen zuzuordnen.</translation>
    </message>
    <message>
        <source>Other names; parted; so</source>
        <translation>Andere Namen; so; getrennt</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was er bedeutet</translation>
    </message>
    <message>
        <source>Choose a concept</source>
        <translation>Begriff auswählen</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Nobody contradicts anybody: there are no conflicts.</source>
        <translation>Niemand widerspricht jemandem: Es gibt keine Widersprüche.</translation>
    </message>
    <message>
        <source>N, P: next, previous · 1–9: choose · Enter: keep</source>
        <translation>N, P: weiter, zurück · 1–9: wählen · Eingabe: behalten</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Pages in small</source>
        <translation>Miniaturseiten</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Open a source to see what is in it.</source>
        <translation>Öffnen Sie eine Quelle, um zu sehen, was darin ist.</translation>
    </message>
    <message>
        <source>This document has no outline.</source>
        <translation>Dieses Dokument hat keine Gliederung.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message numerus="yes">
        <source>%n highlight(s) found again</source>
        <translation>
            <numerusform>%n Markierung wiedergefunden</numerusform>
            <numerusform>%n Markierungen wiedergefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled: {what}; %n conflict(s) left</source>
        <translation>
            <numerusform>Geklärt: {what}; %n Widerspruch bleibt</numerusform>
            <numerusform>Geklärt: {what}; %n Widersprüche bleiben</numerusform>
        </translation>
    </message>
    <message>
        <source>Said to be the same</source>
        <translation>Als dasselbe erklärt</translation>
    </message>
    <message>
        <source>Told from each other</source>
        <translation>Auseinandergehalten</translation>
    </message>
    <message>
        <source>Gave a highlight its place</source>
        <translation>Einer Markierung ihren Platz gegeben</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Deleted 1 highlight</source>
        <translation>1 Markierung gelöscht</translation>
    </message>
    <message>
        <source>Merged two concepts</source>
        <translation>Zwei Begriffe zusammengeführt</translation>
    </message>
    <message>
        <source>Deleted 1 concept</source>
        <translation>1 Begriff gelöscht</translation>
    </message>
    <message>
        <source>Deleted 1 source</source>
        <translation>1 Quelle gelöscht</translation>
    </message>
    <message>
        <source>Undone: %s</source>
        <translation>Rückgängig gemacht: %s</translation>
    </message>
    <message>
        <source>Redone: %s</source>
        <translation>Wiederholt: %s</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Quotes copied: {count}</source>
        <translation>Kopierte Zitate: {count}</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>The exchange folder is there again.</source>
        <translation>Der Austauschordner ist wieder da.</translation>
    </message>
    <message>
        <source>My changes are in {folder}.</source>
        <translation>Meine Änderungen liegen in {folder}.</translation>
    </message>
    <message>
        <source>{folder} has all my changes already.</source>
        <translation>In {folder} liegen schon alle meine Änderungen.</translation>
    </message>
</context>
<context>
    <name>ExchangeBox</name>
    <message>
        <source>Exchange folder of this library</source>
        <translation>Austauschordner dieser Bibliothek</translation>
    </message>
    <message>
        <source>A folder in a cloud, or on a stick</source>
        <translation>Ein Ordner in einer Cloud oder auf einem Stick</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Wä&amp;hlen…</translation>
    </message>
    <message>
        <source>L&amp;eave</source>
        <translation>V&amp;erlassen</translation>
    </message>
    <message>
        <source>Send my &amp;changes when the window closes</source>
        <translation>Meine Änderungen beim S&amp;chließen des Fensters senden</translation>
    </message>
    <message>
        <source>With the &amp;documents</source>
        <translation>Mit den &amp;Dokumenten</translation>
    </message>
    <message>
        <source>Exchange folder</source>
        <translation>Austauschordner</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>A second version of {file} can be merged</source>
        <translation>Eine zweite Fassung von {file} kann zusammengeführt werden</translation>
    </message>
    <message>
        <source>{person}’s changes of {time} can be merged</source>
        <translation>Änderungen von {person}, {time}, können zusammengeführt werden</translation>
    </message>
    <message>
        <source>Second version of {file}, {time}</source>
        <translation>Zweite Fassung von {file}, {time}</translation>
    </message>
    <message>
        <source>{file} is still on its way. {reason}</source>
        <translation>{file} ist noch unterwegs. {reason}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export quotes</source>
        <translation>Zitate exportieren</translation>
    </message>
    <message>
        <source>With what is &amp;private</source>
        <translation>Mit &amp;Privatem</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>Übersch&amp;reiben</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Quotes: {count}</source>
        <translation>Zitate: {count}</translation>
    </message>
    <message>
        <source>&amp;Concepts</source>
        <translation>&amp;Begriffe</translation>
    </message>
    <message>
        <source>All, with what has none</source>
        <translation>Alle, auch ohne Begriff</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>D&amp;atei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
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
        <translation>{count} Zitate geschrieben, nach {names}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Words in the quote</source>
        <translation>Worte im Zitat</translation>
    </message>
    <message>
        <source>Concept…</source>
        <translation>Begriff…</translation>
    </message>
    <message>
        <source>Source…</source>
        <translation>Quelle…</translation>
    </message>
    <message>
        <source>Person…</source>
        <translation>Person…</translation>
    </message>
    <message>
        <source>Filter {name}: remove</source>
        <translation>Filter {name}: entfernen</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>In diesem Dokument suchen</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>Vorige Fundstelle (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Nächste Fundstelle (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>%s of %s</source>
        <translation>%s von %s</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Bring documents in with Ctrl+O, or drop them here.</source>
        <translation>Holen Sie Dokumente mit Strg+O herein, oder ziehen Sie sie hierher.</translation>
    </message>
    <message>
        <source>Open a source and select words in it with the mouse or with Shift and the arrows.</source>
        <translation>Öffnen Sie eine Quelle und wählen Sie darin Worte aus, mit der Maus oder mit Umschalt und den Pfeiltasten.</translation>
    </message>
    <message>
        <source>Press T to tag what is selected with a concept, or H to highlight it.</source>
        <translation>Drücken Sie T, um der Auswahl einen Begriff zuzuordnen, oder H, um sie zu markieren.</translation>
    </message>
    <message>
        <source>Press Ctrl+E to write your quotes with their citations.</source>
        <translation>Drücken Sie Strg+E, um Ihre Zitate mit Belegen zu schreiben.</translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation>Erste Schritte ausblenden</translation>
    </message>
    <message>
        <source>{step}: done</source>
        <translation>{step}: erledigt</translation>
    </message>
    <message>
        <source>These were the first steps. Ctrl+K finds all that can be done; Ctrl+? lists the keys.</source>
        <translation>Das waren die ersten Schritte. Strg+K findet alles, was sich tun lässt; Strg+? nennt die Tasten.</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>About Commonplace</source>
        <translation>Über Commonplace</translation>
    </message>
    <message>
        <source>Marks passages, tags them with concepts, and exports the quotes with their citations; offline.</source>
        <translation>Markiert Textstellen, ordnet ihnen Begriffe zu und exportiert die Zitate mit Belegen; ohne Netz.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>The window, in ten minutes</source>
        <translation>Das Fenster in zehn Minuten</translation>
    </message>
    <message>
        <source>Bring documents in</source>
        <translation>Dokumente hereinholen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Write notes</source>
        <translation>Notizen schreiben</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Find your way among many</source>
        <translation>Sich unter vielen zurechtfinden</translation>
    </message>
    <message>
        <source>Exchange with colleagues through a folder</source>
        <translation>Mit anderen über einen Ordner austauschen</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>Sich einrichten</translation>
    </message>
    <message>
        <source>Working with colleagues</source>
        <translation>Mit anderen arbeiten</translation>
    </message>
    <message>
        <source>Two people begin apart</source>
        <translation>Zwei beginnen getrennt</translation>
    </message>
    <message>
        <source>A part, without the documents</source>
        <translation>Ein Teil, ohne die Dokumente</translation>
    </message>
    <message>
        <source>All of it, from one to the other</source>
        <translation>Alles, von einem zum anderen</translation>
    </message>
    <message>
        <source>When two say different things</source>
        <translation>Wenn zwei Verschiedenes sagen</translation>
    </message>
</context>
<context>
    <name>HeadsPane</name>
    <message>
        <source>What would stand</source>
        <translation>Was dann gilt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Keep this</source>
        <translation>Das &amp;behalten</translation>
    </message>
    <message>
        <source>Show where it &amp;stands</source>
        <translation>&amp;Stelle zeigen</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Said by {name}</source>
        <translation>Von {name} gesagt</translation>
    </message>
    <message>
        <source>{name}, {date}</source>
        <translation>{name}, {date}</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>jetzt gezeigt</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meines</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Anderes</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>Die Anleitung</translation>
    </message>
    <message>
        <source>&amp;All keys</source>
        <translation>&amp;Alle Tasten</translation>
    </message>
    <message>
        <source>This is no part of the guide: %s</source>
        <translation>Das ist kein Teil der Anleitung: %s</translation>
    </message>
</context>
<context>
    <name>HighlightsPanel</name>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Filter highlights</source>
        <translation>Markierungen filtern</translation>
    </message>
    <message>
        <source>Order of the highlights</source>
        <translation>Reihenfolge der Markierungen</translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation>Wie im Text</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By concept</source>
        <translation>Nach Begriff</translation>
    </message>
    <message>
        <source>Highlights of this source</source>
        <translation>Markierungen dieser Quelle</translation>
    </message>
    <message>
        <source>Open a source to see what is marked in it.</source>
        <translation>Öffnen Sie eine Quelle, um ihre Markierungen zu sehen.</translation>
    </message>
    <message>
        <source>No highlight here answers to these words.</source>
        <translation>Keine Markierung hier passt zu diesen Wörtern.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nothing is marked here yet. Select text and press H.</source>
        <translation>Hier ist noch nichts markiert. Wählen Sie Text aus und drücken Sie H.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Widerspruch</numerusform>
            <numerusform>%n Widersprüche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Filter the history</source>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>%s (taken back)</source>
        <translation>%s (zurückgenommen)</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Files being imported</source>
        <translation>Dateien im Import</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{done} of {total} files done</source>
        <translation>{done} von {total} Dateien fertig</translation>
    </message>
    <message>
        <source>, {failed} failed</source>
        <translation>, {failed} fehlgeschlagen</translation>
    </message>
    <message>
        <source>, {cancelled} cancelled</source>
        <translation>, {cancelled} abgebrochen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Passwort von {name}</translation>
    </message>
    <message>
        <source>Recognise text</source>
        <translation>Text erkennen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nochmals</translation>
    </message>
    <message>
        <source>reading page {page} of {of}</source>
        <translation>liest Seite {page} von {of}</translation>
    </message>
    <message>
        <source>recognising page {page} of {of}</source>
        <translation>erkennt Seite {page} von {of}</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>recognising</source>
        <translation>erkennt Text</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>schon vorhanden</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>Tasten filtern</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>A link out of the document</source>
        <translation>Ein Verweis aus dem Dokument hinaus</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Do not open</source>
        <translation>&amp;Nicht öffnen</translation>
    </message>
    <message>
        <source>This link leads neither to a web page nor to a mailbox; it was not opened.</source>
        <translation>Dieser Verweis führt weder zu einer Webseite noch zu einem Postfach; er wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open a page of {host} outside of this program?</source>
        <translation>Eine Seite von {host} außerhalb dieses Programms öffnen?</translation>
    </message>
    <message>
        <source>Write to this address outside of this program?</source>
        <translation>Außerhalb dieses Programms an diese Adresse schreiben?</translation>
    </message>
    <message>
        <source>No program on this computer opens the address.</source>
        <translation>Kein Programm dieses Rechners öffnet die Adresse.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Select text to highlight it</source>
        <translation>Wählen Sie Text aus, um ihn zu markieren</translation>
    </message>
    <message>
        <source>No concept is on key %s yet</source>
        <translation>Auf Taste %s liegt noch kein Begriff</translation>
    </message>
    <message>
        <source>Nothing was tagged yet</source>
        <translation>Noch ist kein Begriff zugeordnet</translation>
    </message>
    <message>
        <source>Select the words that are to name a concept</source>
        <translation>Wählen Sie die Worte aus, nach denen ein Begriff heißen soll</translation>
    </message>
    <message>
        <source>These are too many words for the name of a concept</source>
        <translation>Das sind zu viele Worte für den Namen eines Begriffs</translation>
    </message>
    <message>
        <source>Select text, or choose a highlight</source>
        <translation>Wählen Sie Text oder eine Markierung aus</translation>
    </message>
    <message>
        <source>Copied with citation</source>
        <translation>Mit Beleg kopiert</translation>
    </message>
    <message>
        <source>Copied; it has no key to cite</source>
        <translation>Kopiert; zum Zitieren fehlt der Zitierschlüssel</translation>
    </message>
</context>
<context>
    <name>MergeView</name>
    <message>
        <source>Merging</source>
        <translation>Zusammenführung</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>Vielleicht dasselbe</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
</context>
<context>
    <name>MergeWords</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s)</source>
        <translation>
            <numerusform>%n Literaturangabe</numerusform>
            <numerusform>%n Literaturangaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n Begriff</numerusform>
            <numerusform>%n Begriffe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other name(s)</source>
        <translation>
            <numerusform>%n weiterer Name</numerusform>
            <numerusform>%n weitere Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n Markierung</numerusform>
            <numerusform>%n Markierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n Zuordnung</numerusform>
            <numerusform>%n Zuordnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s)</source>
        <translation>
            <numerusform>%n weiterer Schlüssel</numerusform>
            <numerusform>%n weitere Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n .bib file(s)</source>
        <translation>
            <numerusform>%n .bib-Datei</numerusform>
            <numerusform>%n .bib-Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file name(s)</source>
        <translation>
            <numerusform>%n Dateiname</numerusform>
            <numerusform>%n Dateinamen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in collections</source>
        <translation>
            <numerusform>%n Platz in Sammlungen</numerusform>
            <numerusform>%n Plätze in Sammlungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) on what is the same</source>
        <translation>
            <numerusform>%n Angabe, was dasselbe ist</numerusform>
            <numerusform>%n Angaben, was dasselbe ist</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds nothing that is not here already.</source>
        <translation>Sie enthält nichts, was nicht schon hier ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Widerspruch</numerusform>
            <numerusform>%n Widersprüche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s)</source>
        <translation>
            <numerusform>%n Löschung</numerusform>
            <numerusform>%n Löschungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>Whose work, as the file says</source>
        <translation>Wessen Arbeit, wie die Datei sagt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>New conflicts: both sides are kept until somebody chooses</source>
        <translation>Neue Widersprüche: Beides bleibt, bis jemand wählt</translation>
    </message>
    <message>
        <source>Deleted by somebody</source>
        <translation>Von jemandem gelöscht</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>Vielleicht dasselbe</translation>
    </message>
    <message>
        <source>Sources without a copy here</source>
        <translation>Quellen, deren Dokument hier fehlt</translation>
    </message>
    <message>
        <source>The records as they were before</source>
        <translation>Die Daten, wie sie vorher waren</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Literaturangabe</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Copies of one work</source>
        <translation>Kopien eines Werks</translation>
    </message>
    <message>
        <source>Used after it was deleted</source>
        <translation>Benutzt, nachdem es gelöscht wurde</translation>
    </message>
    <message>
        <source>A circle in the tree</source>
        <translation>Ein Kreis im Baum</translation>
    </message>
    <message>
        <source>One key for several references</source>
        <translation>Ein Schlüssel für mehrere Literaturangaben</translation>
    </message>
    <message>
        <source>Field {name}</source>
        <translation>Feld {name}</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Name einer Person</translation>
    </message>
    <message>
        <source>Its reference</source>
        <translation>Literaturangabe</translation>
    </message>
    <message>
        <source>Page labels</source>
        <translation>Seitenzahlen</translation>
    </message>
    <message>
        <source>Its earlier version</source>
        <translation>Frühere Fassung</translation>
    </message>
    <message>
        <source>The text that is shown</source>
        <translation>Der gezeigte Text</translation>
    </message>
    <message>
        <source>Citation key</source>
        <translation>Zitierschlüssel</translation>
    </message>
    <message>
        <source>Type of the entry</source>
        <translation>Typ des Eintrags</translation>
    </message>
    <message>
        <source>Entry in a .bib</source>
        <translation>Eintrag in einer .bib-Datei</translation>
    </message>
    <message>
        <source>What its file says</source>
        <translation>Was die Datei sagt</translation>
    </message>
    <message>
        <source>Another key or not</source>
        <translation>Weiterer Schlüssel oder nicht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Place in the tree</source>
        <translation>Platz im Baum</translation>
    </message>
    <message>
        <source>Another name or not</source>
        <translation>Weiterer Name oder nicht</translation>
    </message>
    <message>
        <source>Writing of the name</source>
        <translation>Schreibung des Namens</translation>
    </message>
    <message>
        <source>Language of the name</source>
        <translation>Sprache des Namens</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Textstelle</translation>
    </message>
    <message>
        <source>Wording of the quote</source>
        <translation>Wortlaut des Zitats</translation>
    </message>
    <message>
        <source>In the collection or not</source>
        <translation>In der Sammlung oder nicht</translation>
    </message>
    <message>
        <source>Tagged or not</source>
        <translation>Zugeordnet oder nicht</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>The same or not</source>
        <translation>Dasselbe oder nicht</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>not deleted</source>
        <translation>nicht gelöscht</translation>
    </message>
    <message>
        <source>{child} under {parent}</source>
        <translation>{child} unter {parent}</translation>
    </message>
    <message>
        <source>{register}: {value}</source>
        <translation>{register}: {value}</translation>
    </message>
    <message>
        <source>marked area</source>
        <translation>markierter Bereich</translation>
    </message>
    <message>
        <source>note by {other} on {target}: {own}</source>
        <translation>Notiz von {other} zu {target}: {own}</translation>
    </message>
    <message>
        <source>note on {target}: {own}</source>
        <translation>Notiz zu {target}: {own}</translation>
    </message>
    <message>
        <source>{target} tagged {other}</source>
        <translation>{target}, versehen mit {other}</translation>
    </message>
    <message>
        <source>{target} and {other}</source>
        <translation>{target} und {other}</translation>
    </message>
    <message>
        <source>{target} in the collection {own}</source>
        <translation>{target} in der Sammlung {own}</translation>
    </message>
    <message>
        <source>{own}, another name of {target}</source>
        <translation>{own}, ein weiterer Name von {target}</translation>
    </message>
    <message>
        <source>{own}, another key of {target}</source>
        <translation>{own}, ein weiterer Schlüssel von {target}</translation>
    </message>
    <message>
        <source>page #{number} is {label}</source>
        <translation>Seite #{number} ist {label}</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>wie die Datei sagt</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>not tagged</source>
        <translation>ohne den Begriff</translation>
    </message>
    <message>
        <source>tagged</source>
        <translation>mit dem Begriff versehen</translation>
    </message>
    <message>
        <source>not the same</source>
        <translation>nicht dasselbe</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dasselbe</translation>
    </message>
    <message>
        <source>not in the collection</source>
        <translation>nicht in der Sammlung</translation>
    </message>
    <message>
        <source>in the collection</source>
        <translation>in der Sammlung</translation>
    </message>
    <message>
        <source>not called so</source>
        <translation>nicht so genannt</translation>
    </message>
    <message>
        <source>called so</source>
        <translation>so genannt</translation>
    </message>
    <message>
        <source>the key does not lead there</source>
        <translation>der Schlüssel führt nicht dorthin</translation>
    </message>
    <message>
        <source>the key leads there</source>
        <translation>der Schlüssel führt dorthin</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>ganz oben</translation>
    </message>
    <message>
        <source>under {names}</source>
        <translation>unter {names}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>one DOI</source>
        <translation>gleiche DOI</translation>
    </message>
    <message>
        <source>one ISBN</source>
        <translation>gleiche ISBN</translation>
    </message>
    <message>
        <source>one title and year</source>
        <translation>gleicher Titel, gleiches Jahr</translation>
    </message>
    <message>
        <source>one name</source>
        <translation>gleicher Name</translation>
    </message>
    <message>
        <source>the name of one is another name of the other</source>
        <translation>der Name des einen ist ein weiterer des anderen</translation>
    </message>
    <message>
        <source>the initials of the other</source>
        <translation>die Anfangsbuchstaben des anderen</translation>
    </message>
    <message>
        <source>nearly one name</source>
        <translation>fast gleicher Name</translation>
    </message>
    <message>
        <source>one reference</source>
        <translation>gleiche Literaturangabe</translation>
    </message>
    <message>
        <source>shared text</source>
        <translation>gemeinsamer Text</translation>
    </message>
    <message>
        <source>the quotes stand in it</source>
        <translation>die Zitate stehen darin</translation>
    </message>
    <message>
        <source> by {name}</source>
        <translation> von {name}</translation>
    </message>
    <message>
        <source>A whole library, with every earlier wording</source>
        <translation>Eine ganze Bibliothek, mit jedem früheren Wortlaut</translation>
    </message>
    <message>
        <source>Made by {name}, {date}, with {program}; who made it is a claim</source>
        <translation>Von {name}, {date}, mit {program}; wer es war, ist eine Angabe der Datei</translation>
    </message>
    <message>
        <source>The documents did not come along</source>
        <translation>Die Dokumente sind nicht dabei</translation>
    </message>
</context>
<context>
    <name>Merges</name>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Packages and libraries</source>
        <translation>Pakete und Bibliotheken</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Merged: {what}</source>
        <translation>Zusammengeführt: {what}</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Your note</source>
        <translation>Ihre Notiz</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>A private note is kept beside the library and never shared with it.</source>
        <translation>Eine private Notiz liegt neben der Bibliothek und wird nie mit ihr weitergegeben.</translation>
    </message>
    <message>
        <source>Notes of others</source>
        <translation>Notizen anderer</translation>
    </message>
    <message>
        <source>Your note (N)</source>
        <translation>Ihre Notiz (N)</translation>
    </message>
    <message>
        <source>Choose a highlight to note on it</source>
        <translation>Wählen Sie eine Markierung aus, um dazu zu notieren</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>Notizen filtern</translation>
    </message>
    <message>
        <source>Notes of this source</source>
        <translation>Notizen zu dieser Quelle</translation>
    </message>
    <message>
        <source>&amp;Edit note</source>
        <translation>Notiz &amp;bearbeiten</translation>
    </message>
    <message>
        <source>Edit the note in the list (F2)</source>
        <translation>Die Notiz in der Liste bearbeiten (F2)</translation>
    </message>
    <message>
        <source>&amp;Show passage</source>
        <translation>&amp;Stelle zeigen</translation>
    </message>
    <message>
        <source>Show what the note is on (Enter)</source>
        <translation>Zeigen, wozu die Notiz gehört (Eingabe)</translation>
    </message>
    <message>
        <source>No note here answers to these words.</source>
        <translation>Keine Notiz hier passt zu diesen Wörtern.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nothing is noted here yet. Select text or choose a highlight, and press N. What you note on the source itself is the field “annotation” of its reference.</source>
        <translation>Hier ist noch nichts notiert. Wählen Sie Text oder eine Markierung und drücken Sie N. Was Sie zur Quelle selbst notieren, ist das Feld „annotation“ ihrer Literaturangabe.</translation>
    </message>
    <message>
        <source>Open a source to see what is noted on it.</source>
        <translation>Öffnen Sie eine Quelle, um ihre Notizen zu sehen.</translation>
    </message>
    <message>
        <source>marked area</source>
        <translation>markierter Bereich</translation>
    </message>
    <message>
        <source>on the source</source>
        <translation>zur Quelle</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>{first}, and %n more</source>
        <translation>
            <numerusform>{first}, und %n weitere</numerusform>
            <numerusform>{first}, und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what would come of merging it</source>
        <translation>Zeigen, was das Zusammenführen brächte</translation>
    </message>
    <message>
        <source>Merge {what}…</source>
        <translation>{what} zusammenführen…</translation>
    </message>
    <message>
        <source>Set {what} aside</source>
        <translation>{what} zurückstellen</translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>There are no pages to go to here.</source>
        <translation>Hier gibt es keine Seiten.</translation>
    </message>
    <message>
        <source>Page %s of the file</source>
        <translation>Seite %s der Datei</translation>
    </message>
    <message>
        <source>No page is called ‘{page}’.</source>
        <translation>Keine Seite heißt ‚{page}‘.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>It &amp;stands here</source>
        <translation>&amp;Hier steht es</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Lassen</translation>
    </message>
    <message>
        <source>Select where this stands now: “{quote}”</source>
        <translation>Wählen Sie aus, wo das jetzt steht: „{quote}“</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>Nothing is selected: select the words that the highlight stands for.</source>
        <translation>Nichts ist ausgewählt: Wählen Sie die Wörter aus, für die die Markierung steht.</translation>
    </message>
    <message>
        <source>Gave a highlight its place</source>
        <translation>Einer Markierung ihren Platz gegeben</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>Wie gedruckt</translation>
    </message>
    <message>
        <source>Dimmed</source>
        <translation>Abgedunkelt</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>Single letters are &amp;keys in the reader</source>
        <translation>Einzelne &amp;Buchstaben sind Tasten beim Lesen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Pages in the dark</source>
        <translation>Seiten &amp;im Dunkeln</translation>
    </message>
    <message>
        <source>Size of the &amp;interface</source>
        <translation>&amp;Größe der Oberfläche</translation>
    </message>
    <message>
        <source>&amp;Font of texts</source>
        <translation>Schrift der &amp;Texte</translation>
    </message>
    <message>
        <source>&amp;Size of texts</source>
        <translation>Schri&amp;ftgröße der Texte</translation>
    </message>
    <message>
        <source>&amp;Width of lines</source>
        <translation>&amp;Zeilenlänge</translation>
    </message>
    <message>
        <source>&amp;Language, from the next start</source>
        <translation>&amp;Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>&amp;Your name, on what you mark</source>
        <translation>Ihr &amp;Name an Ihren Markierungen</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Text of {name}</source>
        <translation>Text von {name}</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Private notes missing</source>
        <translation>Private Notizen fehlen</translation>
    </message>
    <message>
        <source>Earlier wordings stay in the library file and in what was shared of it: what was recorded there cannot be unsaid.</source>
        <translation>Frühere Fassungen bleiben in der Bibliotheksdatei und in dem, was von ihr geteilt wurde: Was dort steht, lässt sich nicht ungesagt machen.</translation>
    </message>
    <message>
        <source>The highlight is in the library now, for all who get it. Private notes on it stay private.</source>
        <translation>Die Markierung steht jetzt in der Bibliothek, für alle, die sie bekommen. Private Notizen dazu bleiben privat.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The highlight is private now.</source>
        <translation>Die Markierung ist jetzt privat.</translation>
    </message>
    <message>
        <source>The highlight is shared now.</source>
        <translation>Die Markierung ist jetzt geteilt.</translation>
    </message>
</context>
<context>
    <name>QuotesModel</name>
    <message>
        <source>Untagged</source>
        <translation>Ohne Begriff</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
</context>
<context>
    <name>QuotesView</name>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Nicht gruppiert</translation>
    </message>
    <message>
        <source>By concept</source>
        <translation>Nach Begriff</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Nach Quelle</translation>
    </message>
    <message>
        <source>E&amp;xport these…</source>
        <translation>Diese e&amp;xportieren…</translation>
    </message>
    <message>
        <source>No highlights yet. Open a source, select text and press H.</source>
        <translation>Noch keine Markierungen. Öffnen Sie eine Quelle, wählen Sie Text aus und drücken Sie H.</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Mit Beleg kopieren</translation>
    </message>
    <message>
        <source>No quote is left by these filters.</source>
        <translation>Diese Filter lassen kein Zitat übrig.</translation>
    </message>
    <message>
        <source>Take all filters off</source>
        <translation>Alle Filter aufheben</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Quotes: {count}</source>
        <translation>Zitate: {count}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This document has no links.</source>
        <translation>Dieses Dokument hat keine Links.</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace a source</source>
        <translation>Eine Quelle ersetzen</translation>
    </message>
    <message>
        <source>{file} in place of {name}</source>
        <translation>{file} anstelle von {name}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Jetzt nicht</translation>
    </message>
    <message>
        <source>It is being read, and the highlights are looked for in it …</source>
        <translation>Sie wird gelesen, und die Markierungen werden darin gesucht …</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) stand where they stood</source>
        <translation>
            <numerusform>%n Markierung steht, wo sie stand</numerusform>
            <numerusform>%n Markierungen stehen, wo sie standen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) stand elsewhere with the same words</source>
        <translation>
            <numerusform>%n Markierung steht mit denselben Wörtern anderswo</numerusform>
            <numerusform>%n Markierungen stehen mit denselben Wörtern anderswo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) are uncertain: there is a proposal</source>
        <translation>
            <numerusform>%n Markierung ist unsicher: Es gibt einen Vorschlag</numerusform>
            <numerusform>%n Markierungen sind unsicher: Es gibt einen Vorschlag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) are lost: their words are not in it</source>
        <translation>
            <numerusform>%n Markierung ist verloren: Ihre Wörter stehen nicht darin</numerusform>
            <numerusform>%n Markierungen sind verloren: Ihre Wörter stehen nicht darin</numerusform>
        </translation>
    </message>
    <message>
        <source>The old version is kept. What is uncertain or lost stays in it and waits for you to look; nothing is placed on a guess, and one step of undo takes it all back.</source>
        <translation>Die alte Fassung bleibt. Was unsicher oder verloren ist, bleibt darin und wartet, bis Sie es ansehen; nichts wird geraten, und ein Schritt Rückgängig nimmt alles zurück.</translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>Choose the source that has a new version</source>
        <translation>Wählen Sie die Quelle, von der es eine neue Fassung gibt</translation>
    </message>
    <message>
        <source>New version of {name}</source>
        <translation>Neue Fassung von {name}</translation>
    </message>
    <message numerus="yes">
        <source>Replaced: %n highlight(s) found again</source>
        <translation>
            <numerusform>Ersetzt: %n Markierung wiedergefunden</numerusform>
            <numerusform>Ersetzt: %n Markierungen wiedergefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n anzusehen</numerusform>
            <numerusform>%n anzusehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>What the file brings</source>
        <translation>Was die Datei bringt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Jetzt nicht</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Merge what a colleague has sent</source>
        <translation>Zusammenführen, was jemand geschickt hat</translation>
    </message>
    <message>
        <source>A package (.commonplace-share) or a whole library (.commonplace). First you see what it would bring; nothing is changed before you say so, a backup is made, and one step of undo takes it all back.</source>
        <translation>Ein Paket (.commonplace-share) oder eine ganze Bibliothek (.commonplace). Zuerst sehen Sie, was sie brächte; nichts ändert sich, bevor Sie es sagen, es wird gesichert, und ein Schritt Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>It is being merged …</source>
        <translation>Es wird zusammengeführt …</translation>
    </message>
    <message>
        <source>It is being looked at; nothing is changed …</source>
        <translation>Sie wird angesehen; nichts ändert sich …</translation>
    </message>
    <message numerus="yes">
        <source>Also let %n thing(s) vanish that were deleted there</source>
        <translation>
            <numerusform>Auch %n Ding verschwinden lassen, das dort gelöscht wurde</numerusform>
            <numerusform>Auch %n Dinge verschwinden lassen, die dort gelöscht wurden</numerusform>
        </translation>
    </message>
    <message>
        <source>It is merged; undo takes all of it back.</source>
        <translation>Es ist zusammengeführt; Rückgängig nimmt alles zurück.</translation>
    </message>
    <message numerus="yes">
        <source>Find %n highlight(s) &amp;again in the texts that are here</source>
        <translation>
            <numerusform>%n Markierung in den hiesigen Texten &amp;wiederfinden</numerusform>
            <numerusform>%n Markierungen in den hiesigen Texten &amp;wiederfinden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Noch hat sich nichts geändert.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Proposal</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Highlights that wait</source>
        <translation>Markierungen, die warten</translation>
    </message>
    <message>
        <source>Every highlight stands in the text that its source shows.</source>
        <translation>Jede Markierung steht in dem Text, den ihre Quelle zeigt.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>As it may stand now</source>
        <translation>Wie es jetzt stehen könnte</translation>
    </message>
    <message>
        <source>&amp;Accept the proposal (A)</source>
        <translation>Vorschlag &amp;annehmen (A)</translation>
    </message>
    <message>
        <source>&amp;Find it in the text (F)</source>
        <translation>Im Text &amp;finden (F)</translation>
    </message>
    <message>
        <source>&amp;Leave it (L)</source>
        <translation>&amp;Lassen (L)</translation>
    </message>
    <message numerus="yes">
        <source>Put %n highlight(s) where the words stand now</source>
        <translation>
            <numerusform>%n Markierung dahin setzen, wo die Wörter jetzt stehen</numerusform>
            <numerusform>%n Markierungen dahin setzen, wo die Wörter jetzt stehen</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was, {place}</source>
        <translation>Wie es war, {place}</translation>
    </message>
    <message>
        <source>Not found in the new text</source>
        <translation>Im neuen Text nicht gefunden</translation>
    </message>
    <message>
        <source>As it may stand now, {place}</source>
        <translation>Wie es jetzt stehen könnte, {place}</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>selbe Stelle</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
</context>
<context>
    <name>SamePage</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>This</source>
        <translation>Dieses</translation>
    </message>
    <message>
        <source>And this</source>
        <translation>Und dieses</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Weshalb</translation>
    </message>
    <message>
        <source>Things that may be the same</source>
        <translation>Was dasselbe sein könnte</translation>
    </message>
    <message>
        <source>The &amp;same (S)</source>
        <translation>Da&amp;sselbe (S)</translation>
    </message>
    <message>
        <source>&amp;Different (D)</source>
        <translation>Verschie&amp;den (D)</translation>
    </message>
    <message>
        <source>&amp;Later (L)</source>
        <translation>Später (&amp;L)</translation>
    </message>
    <message>
        <source>Looking for things that may be the same …</source>
        <translation>Es wird gesucht, was dasselbe sein könnte …</translation>
    </message>
    <message>
        <source>Nothing here looks as if it were there twice.</source>
        <translation>Nichts hier sieht aus, als wäre es zweimal da.</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation>Ergebnis der Suche</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>Look for {words}</source>
        <translation>{words} suchen</translation>
    </message>
    <message>
        <source>Nothing found in sources, highlights and notes.</source>
        <translation>In Quellen, Markierungen und Notizen nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n source(s)</source>
        <translation>
            <numerusform>in %n Quelle</numerusform>
            <numerusform>in %n Quellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Tag (T)</source>
        <translation>Begriff zuordnen (T)</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>Notiz (N)</translation>
    </message>
    <message>
        <source>Copy with citation (C)</source>
        <translation>Mit Beleg kopieren (C)</translation>
    </message>
    <message>
        <source>Highlight with %s</source>
        <translation>Mit %s markieren</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share with colleagues</source>
        <translation>Mit anderen teilen</translation>
    </message>
    <message>
        <source>Collec&amp;tions</source>
        <translation>Sa&amp;mmlungen</translation>
    </message>
    <message>
        <source>With the &amp;documents and their texts</source>
        <translation>Mit den &amp;Dokumenten und ihren Texten</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zieldatei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Du&amp;rchsuchen …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>S&amp;hare</source>
        <translation>&amp;Teilen</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Überschreiben</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>The whole library goes along.</source>
        <translation>Die ganze Bibliothek geht mit.</translation>
    </message>
    <message>
        <source>What you chose goes along with all it needs: its sources and references, the concepts with those above them, its notes, and the names of those who wrote them.</source>
        <translation>Was Sie gewählt haben, geht mit allem, was es braucht: seinen Quellen und Literaturangaben, den Begriffen mit den übergeordneten, seinen Notizen und den Namen derer, die sie geschrieben haben.</translation>
    </message>
    <message>
        <source>The documents go along; see that you may pass them on.</source>
        <translation>Die Dokumente gehen mit; achten Sie darauf, dass Sie sie weitergeben dürfen.</translation>
    </message>
    <message>
        <source>No document and no full text goes along, only the quotes and where they stand.</source>
        <translation>Kein Dokument und kein Volltext geht mit, nur die Zitate und wo sie stehen.</translation>
    </message>
    <message>
        <source>So does every earlier wording of it, and what was deleted of it. What is private never does.</source>
        <translation>Ebenso jeder frühere Wortlaut davon und was davon gelöscht wurde. Privates geht nie mit.</translation>
    </message>
    <message>
        <source>Write the package to</source>
        <translation>Paket schreiben nach</translation>
    </message>
    <message>
        <source>&amp;Concepts</source>
        <translation>&amp;Begriffe</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>&amp;Persons</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Dat&amp;ei</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>Package written: {name}, {size} MB</source>
        <translation>Paket geschrieben: {name}, {size} MB</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>SlotBar</name>
    <message>
        <source>Concepts on the keys 1 to 7</source>
        <translation>Begriffe auf den Tasten 1 bis 7</translation>
    </message>
    <message>
        <source>No concept is on key %s yet</source>
        <translation>Auf Taste %s liegt noch kein Begriff</translation>
    </message>
    <message>
        <source>Highlight with %s</source>
        <translation>Mit %s markieren</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>Open a source to see its reference, and what its file says of itself.</source>
        <translation>Öffnen Sie eine Quelle, um ihren Literatureintrag zu sehen und was ihre Datei über sich sagt.</translation>
    </message>
    <message>
        <source>Fields of the reference</source>
        <translation>Felder des Literatureintrags</translation>
    </message>
    <message>
        <source>Further field, as: pages = 12–19</source>
        <translation>Weiteres Feld, etwa: pages = 12–19</translation>
    </message>
    <message>
        <source>Further field with its value</source>
        <translation>Weiteres Feld mit seinem Wert</translation>
    </message>
    <message>
        <source>Add the field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>The file says</source>
        <translation>Die Datei sagt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>What the file says of itself</source>
        <translation>Was die Datei über sich sagt</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): people said different things of it</source>
        <translation>
            <numerusform>%n Widerspruch: Es wurde Verschiedenes gesagt</numerusform>
            <numerusform>%n Widersprüche: Es wurde Verschiedenes gesagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>flowing text</source>
        <translation>fließender Text</translation>
    </message>
    <message>
        <source>It has no text layer: mark areas, or read it with text recognition.</source>
        <translation>Ohne Textebene: Markieren Sie Bereiche, oder lesen Sie die Datei mit Texterkennung ein.</translation>
    </message>
    <message>
        <source>Former keys: %s</source>
        <translation>Frühere Schlüssel: %s</translation>
    </message>
</context>
<context>
    <name>SourceTree</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Author, year</source>
        <translation>Autor, Jahr</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Filter sources</source>
        <translation>Quellen filtern</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Order of the sources</source>
        <translation>Reihenfolge der Quellen</translation>
    </message>
    <message>
        <source>As they were added</source>
        <translation>Wie hinzugefügt</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>By author and year</source>
        <translation>Nach Autor und Jahr</translation>
    </message>
    <message>
        <source>Most highlights first</source>
        <translation>Meiste Markierungen zuerst</translation>
    </message>
    <message>
        <source>Groups of the sources</source>
        <translation>Gruppen der Quellen</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Nicht gruppiert</translation>
    </message>
    <message>
        <source>By reference</source>
        <translation>Nach Literatureintrag</translation>
    </message>
    <message>
        <source>By collection</source>
        <translation>Nach Sammlung</translation>
    </message>
    <message>
        <source>By concept</source>
        <translation>Nach Begriff</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Nach Jahr</translation>
    </message>
    <message>
        <source>&amp;Delete this source</source>
        <translation>Diese Quelle &amp;löschen</translation>
    </message>
    <message>
        <source>No reference</source>
        <translation>Ohne Literatureintrag</translation>
    </message>
    <message>
        <source>In no collection</source>
        <translation>In keiner Sammlung</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>Ohne Begriff</translation>
    </message>
    <message>
        <source>No year</source>
        <translation>Ohne Jahr</translation>
    </message>
    <message>
        <source>No source answers to these words.</source>
        <translation>Zu diesen Worten gibt es keine Quelle.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>No sources yet. Import documents, or drop them here.</source>
        <translation>Noch keine Quellen. Importieren Sie Dokumente, oder ziehen Sie sie hierher.</translation>
    </message>
    <message>
        <source>Its document is not in this library: import it again to see its pages.</source>
        <translation>Das Dokument liegt nicht in dieser Bibliothek: Importieren Sie es noch einmal, um seine Seiten zu sehen.</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>Its reader crashed or hung over its pages twice: they are not safe to draw.</source>
        <translation>Das Leseprogramm ist an den Seiten zweimal abgestürzt oder hängen geblieben: Sie lassen sich nicht sicher darstellen.</translation>
    </message>
    <message>
        <source>not safe</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>It has no text layer: marking words needs text recognition.</source>
        <translation>Ohne Textebene: Um Worte zu markieren, braucht es Texterkennung.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>It has no citation key: its quotes cannot be cited.</source>
        <translation>Ohne Zitierschlüssel: Ihre Zitate lassen sich nicht belegen.</translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) wait for a place in its new text.</source>
        <translation>
            <numerusform>%n Markierung wartet auf ihren Ort im neuen Text.</numerusform>
            <numerusform>%n Markierungen warten auf ihren Ort im neuen Text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartend</numerusform>
            <numerusform>%n wartend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): people said different things of it. Click to settle them.</source>
        <translation>
            <numerusform>%n Widerspruch: Es wurde Verschiedenes gesagt. Klicken Sie, um zu klären.</numerusform>
            <numerusform>%n Widersprüche: Es wurde Verschiedenes gesagt. Klicken Sie, um zu klären.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Widerspruch</numerusform>
            <numerusform>%n Widersprüche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Widerspruch</numerusform>
            <numerusform>%n Widersprüche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n Markierung</numerusform>
            <numerusform>%n Markierungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagBox</name>
    <message>
        <source>Concept</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Concept to tag with</source>
        <translation>Begriff, der zugeordnet wird</translation>
    </message>
    <message>
        <source>Matching concepts</source>
        <translation>Passende Begriffe</translation>
    </message>
    <message>
        <source>Create ‘%s’</source>
        <translation>„%s“ anlegen</translation>
    </message>
    <message>
        <source>Tag with %s</source>
        <translation>%s zuordnen</translation>
    </message>
    <message>
        <source>Take off %s</source>
        <translation>%s abnehmen</translation>
    </message>
    <message>
        <source>Ctrl+Enter takes one and waits for another</source>
        <translation>Strg+Eingabe nimmt einen und wartet auf den nächsten</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>… or drop files and folders anywhere in this window.</source>
        <translation>… oder ziehen Sie Dateien und Ordner in dieses Fenster.</translation>
    </message>
    <message>
        <source>&amp;Import documents…</source>
        <translation>Dokumente &amp;importieren…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>Einen &amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>&amp;Try the sample library</source>
        <translation>&amp;Beispielbibliothek ausprobieren</translation>
    </message>
    <message>
        <source>This library is empty</source>
        <translation>Diese Bibliothek ist leer</translation>
    </message>
    <message>
        <source>Choose a source on the left to read it</source>
        <translation>Wählen Sie links eine Quelle, um sie zu lesen</translation>
    </message>
</context>
<context>
    <name>ZoomField</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>_Lines</name>
    <message>
        <source>On the source</source>
        <translation>Zur Quelle</translation>
    </message>
</context>
</TS>
