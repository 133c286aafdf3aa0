<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>okoshko::Application</name>
    <message numerus="yes">
        <source>%n sale(s) are still open. Finish or cancel them first: they belong to the connection that is there.</source>
        <translation>
            <numerusform>%n sale is still open. Finish or cancel it first: it belongs to the connection that is there.</numerusform>
            <numerusform>%n sales are still open. Finish or cancel them first: they belong to the connection that is there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::ChangeNotice</name>
    <message numerus="yes">
        <source>&amp;Take these: %n</source>
        <translation>
            <numerusform>&amp;Take this %n ticket</numerusform>
            <numerusform>&amp;Take these %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::ChangePane</name>
    <message numerus="yes">
        <source>&amp;Give back: %n</source>
        <translation>
            <numerusform>&amp;Give back: %n</numerusform>
            <numerusform>&amp;Give back: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more code(s) in the order; a new code replaces them</source>
        <translation>
            <numerusform>%n more code in the order; a new code replaces it</numerusform>
            <numerusform>%n more codes in the order; a new code replaces them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::ErrorText</name>
    <message numerus="yes">
        <source>The server asks to wait %n second(s).</source>
        <translation>
            <numerusform>The server asks to wait %n second.</numerusform>
            <numerusform>The server asks to wait %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server asks to wait %n minute(s).</source>
        <translation>
            <numerusform>The server asks to wait %n minute.</numerusform>
            <numerusform>The server asks to wait %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::FaultText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::Format</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promo codes changed: %n applied</source>
        <translation>
            <numerusform>promo codes changed: %n applied</numerusform>
            <numerusform>promo codes changed: %n applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) spoiled, from number %1: %2</source>
        <translation>
            <numerusform>%n blank spoiled, number %1: %2</numerusform>
            <numerusform>%n blanks spoiled, from number %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) spoiled: %1</source>
        <translation>
            <numerusform>%n blank spoiled: %1</numerusform>
            <numerusform>%n blanks spoiled: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) used, without known numbers</source>
        <translation>
            <numerusform>%n blank used, without a known number</numerusform>
            <numerusform>%n blanks used, without known numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank(s) used: %1</source>
        <translation>
            <numerusform>%n blank used: %1</numerusform>
            <numerusform>%n blanks used: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::ListText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::MainWindow</name>
    <message numerus="yes">
        <source>%n order(s) are still open or on their way. Leave all the same?</source>
        <translation>
            <numerusform>%n order is still open or on its way. Leave all the same?</numerusform>
            <numerusform>%n orders are still open or on their way. Leave all the same?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::MissingNotice</name>
    <message numerus="yes">
        <source>%n event(s) could not be read.</source>
        <translation>
            <numerusform>%n event could not be read.</numerusform>
            <numerusform>%n events could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) could not be read.</source>
        <translation>
            <numerusform>%n order could not be read.</numerusform>
            <numerusform>%n orders could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::NewOrderPage</name>
    <message numerus="yes">
        <source>&amp;Take these: %n</source>
        <translation>
            <numerusform>&amp;Take this %n ticket</numerusform>
            <numerusform>&amp;Take these %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are picked, and nothing is reserved.</source>
        <translation>
            <numerusform>%n ticket is picked, and nothing is reserved.</numerusform>
            <numerusform>%n tickets are picked, and nothing is reserved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::PaperNotice</name>
    <message numerus="yes">
        <source>and %n more order(s)</source>
        <translation>
            <numerusform>and %n more order</numerusform>
            <numerusform>and %n more orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::PaymentPage</name>
    <message numerus="yes">
        <source>Give %n ticket(s) back?</source>
        <translation>
            <numerusform>Give %n ticket back?</numerusform>
            <numerusform>Give %n tickets back?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::PrintPanel</name>
    <message numerus="yes">
        <source>&amp;Print the other %n</source>
        <translation>
            <numerusform>&amp;Print the other %n</numerusform>
            <numerusform>&amp;Print the other %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::PrintText</name>
    <message numerus="yes">
        <source>%n ticket(s) are held back: they have the same barcode. Call Ticketscloud with the order&apos;s number.</source>
        <translation>
            <numerusform>%n ticket is held back: its barcode occurs twice. Call Ticketscloud with the order&apos;s number.</numerusform>
            <numerusform>%n tickets are held back: they have the same barcode. Call Ticketscloud with the order&apos;s number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server has not told the barcode of %n ticket(s) yet.</source>
        <translation>
            <numerusform>The server has not told the barcode of %n ticket yet.</numerusform>
            <numerusform>The server has not told the barcodes of %n tickets yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were refunded</source>
        <translation>
            <numerusform>%n ticket was refunded</numerusform>
            <numerusform>%n tickets were refunded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were refunded, and are printed, or perhaps printed</source>
        <translation>
            <numerusform>%n ticket was refunded, and is printed, or perhaps printed</numerusform>
            <numerusform>%n tickets were refunded, and are printed, or perhaps printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::QaDock</name>
    <message numerus="yes">
        <source>%n on</source>
        <translation>
            <numerusform>%n on</numerusform>
            <numerusform>%n on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::QaListModel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::RecoveryNotice</name>
    <message numerus="yes">
        <source>and %n more order(s), see the table</source>
        <translation>
            <numerusform>and %n more order, see the table</numerusform>
            <numerusform>and %n more orders, see the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::ServerLook</name>
    <message numerus="yes">
        <source>Orders of the last %n day(s)</source>
        <translation>
            <numerusform>Orders of the last day</numerusform>
            <numerusform>Orders of the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at %n order(s) so far…</source>
        <translation>
            <numerusform>Looked at %n order so far…</numerusform>
            <numerusform>Looked at %n orders so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found: %n; in the list now.</source>
        <translation>
            <numerusform>Found: %n; in the list now.</numerusform>
            <numerusform>Found: %n; in the list now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: looked at %n, made from %2 to %3.</source>
        <translation>
            <numerusform>%1: looked at %n, made from %2 to %3.</numerusform>
            <numerusform>%1: looked at %n, made from %2 to %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: looked at %n.</source>
        <translation>
            <numerusform>%1: looked at %n.</numerusform>
            <numerusform>%1: looked at %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unpaid order(s) among them name no buyer: the server tells the buyer once the payment has begun. Such an order is found by its number: ask for it.</source>
        <translation>
            <numerusform>%n unpaid order among them names no buyer: the server tells the buyer once the payment has begun. Such an order is found by its number: ask for it.</numerusform>
            <numerusform>%n unpaid orders among them name no buyer: the server tells the buyer once the payment has begun. Such an order is found by its number: ask for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::SettingNames</name>
    <message numerus="yes">
        <source>second(s) before the end</source>
        <translation>
            <numerusform>second before the end</numerusform>
            <numerusform>seconds before the end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>second(s)</source>
        <translation>
            <numerusform>second</numerusform>
            <numerusform>seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>millisecond(s)</source>
        <translation>
            <numerusform>millisecond</numerusform>
            <numerusform>milliseconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::SettingsPage</name>
    <message numerus="yes">
        <source>%n field(s) to fix</source>
        <translation>
            <numerusform>%n field to fix</numerusform>
            <numerusform>%n fields to fix</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::SetupText</name>
    <message numerus="yes">
        <source>It has %n character(s); a key has 32. Copy it again, whole.</source>
        <translation>
            <numerusform>It has %n character; a key has 32. Copy it again, whole.</numerusform>
            <numerusform>It has %n characters; a key has 32. Copy it again, whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) slow; holds are counted by the server&apos;s.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n second slow; holds are counted by the server&apos;s.</numerusform>
            <numerusform>This computer&apos;s clock is %n seconds slow; holds are counted by the server&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) fast; holds are counted by the server&apos;s.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n second fast; holds are counted by the server&apos;s.</numerusform>
            <numerusform>This computer&apos;s clock is %n seconds fast; holds are counted by the server&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) slow; holds are counted by the server&apos;s.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute slow; holds are counted by the server&apos;s.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes slow; holds are counted by the server&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) fast; holds are counted by the server&apos;s.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute fast; holds are counted by the server&apos;s.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes fast; holds are counted by the server&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) on sale</source>
        <translation>
            <numerusform>%n event on sale</numerusform>
            <numerusform>%n events on sale</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::TemplatesPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) cannot be used. Mend the file(s), or take them out of the folder.</source>
        <translation>
            <numerusform>%n template cannot be used. Mend the file, or take it out of the folder.</numerusform>
            <numerusform>%n templates cannot be used. Mend the files, or take them out of the folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::TicketText</name>
    <message numerus="yes">
        <source>%n ticket(s) could not be read</source>
        <translation>
            <numerusform>%n ticket could not be read</numerusform>
            <numerusform>%n tickets could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more ticket(s), not told</source>
        <translation>
            <numerusform>%n more ticket, not told</numerusform>
            <numerusform>%n more tickets, not told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::TicketsPane</name>
    <message numerus="yes">
        <source>%n category(s) could not be read.</source>
        <translation>
            <numerusform>%n category could not be read.</numerusform>
            <numerusform>%n categories could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>okoshko::TroubleBanner</name>
    <message numerus="yes">
        <source>Trying again in %n second(s).</source>
        <translation>
            <numerusform>Trying again in %n second.</numerusform>
            <numerusform>Trying again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
