// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/HelpPage.h"

#include "ui/help/KeyTable.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/RowSelection.h"
#include "ui/widgets/TouchScroll.h"

#include <QBoxLayout>
#include <QFile>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextFrame>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// In the order of the list. KeyTable makes the page of keys.
const QStringList &files()
{
    static const QStringList files{u"keys.md"_s,          u"counter.md"_s,      u"going-live.md"_s,
                                   u"settings-file.md"_s, u"command-line.md"_s, u"sandbox.md"_s};
    return files;
}

QString readPage(Format::Language language, const QString &name)
{
    QFile file(u":/help/%1/%2"_s.arg(Format(language).languageCode(), name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The text of the first line, a heading of level 1.
QString titleOf(const QString &markdown)
{
    return markdown.section(u'\n', 0, 0).sliced(2);
}

void dressBlock(const QTextBlock &block)
{
    QTextCursor cursor(block);
    QTextBlockFormat format;
    const int level = block.blockFormat().headingLevel();
    const bool isCode = block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
    if (isCode) {
        format.setBackground(Theme::palette().raised);
        format.setLeftMargin(Theme::space(2));
        format.setRightMargin(Theme::space(2));
        format.setNonBreakableLines(false);
    } else if (level > 0) {
        format.setTopMargin(level > 1 ? Theme::space(4) : 0);
        format.setBottomMargin(Theme::space(2));
    }
    cursor.mergeBlockFormat(format);
    if (level > 0) {
        QTextCharFormat heading;
        heading.setFont(Theme::font(level > 1 ? Theme::Type::Heading : Theme::Type::Title, QFont::Bold));
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.setCharFormat(heading); // instead of Markdown's size
    }
}

/// Code in a monospaced font with a background, as a key cap; links in the accent colour.
void formatWords(const QTextBlock &block)
{
    QTextCharFormat code;
    code.setFontFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    code.setFontPointSize(Theme::font(Theme::Type::Note).pointSizeF());
    code.setBackground(Theme::palette().raised);
    QTextCharFormat link;
    link.setForeground(Theme::palette().accent);
    QList<std::pair<QTextCursor, QTextCharFormat>> found; // blocks must not be changed while iterating
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const bool isCode = fragment.charFormat().fontFixedPitch();
        if (!isCode && !fragment.charFormat().isAnchor())
            continue;
        QTextCursor cursor(block);
        cursor.setPosition(fragment.position());
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        found.append({cursor, isCode ? code : link});
    }
    for (auto &[cursor, format] : found)
        cursor.mergeCharFormat(format);
}

void formatTable(QTextTable &table)
{
    QTextTableFormat format = table.format();
    format.setCellPadding(Theme::space(1));
    format.setCellSpacing(0);
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(Theme::palette().line);
    format.setTopMargin(Theme::space(1));
    format.setBottomMargin(Theme::space(2));
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    constexpr int first = 36; // percent; the same in all tables of a page
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, first), QTextLength(QTextLength::PercentageLength, 100 - first)});
    table.setFormat(format);
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCell cell = table.cellAt(0, column);
        QTextCharFormat head = cell.format();
        head.setBackground(Theme::palette().raised);
        cell.setFormat(head);
    }
}

/// Applies the theme's fonts, colours and spaces to what Markdown leaves open.
void applyTheme(QTextDocument &document)
{
    document.setDocumentMargin(Theme::space(4));
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        dressBlock(block);
        formatWords(block);
    }
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            formatTable(*table);
    }
}

} // namespace

HelpPage::HelpPage(Format::Language language, const QString &from, QWidget *parent)
    : Page(parent)
    , m_text(new QTextBrowser(this))
{
    setObjectName(u"helpPage"_s);
    setTitle(tr("Keys and help"));
    back().setText(tr("← &Back"));
    head().addStretch();
    auto *side = new QFrame(this);
    side->setObjectName(u"side"_s);
    side->setFixedWidth(Theme::space(42));
    m_list = new QListWidget(side);
    m_list->setObjectName(u"helpTopics"_s);
    m_list->setAccessibleName(tr("Pages of the help"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    RowSelection::install(*m_list);
    m_text->setObjectName(u"helpText"_s);
    m_text->setOpenLinks(false);
    for (const QString &file : files()) {
        m_topics.append({file, file == files().first() ? KeyTable::markdown(from) : readPage(language, file)});
        m_list->addItem(titleOf(m_topics.last().markdown));
    }

    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    auto *hint = new KeyHint({u"←"_s, u"→"_s}, side);
    hint->setText(tr("list, text"));
    column->addWidget(m_list);
    column->addWidget(hint);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(0);
    halves->addWidget(side);
    halves->addWidget(m_text, 1);
    body().addLayout(halves);
    for (QAbstractScrollArea *area :
         {static_cast<QAbstractScrollArea *>(m_list), static_cast<QAbstractScrollArea *>(m_text)}) {
        TouchScroll::install(*area);
        area->installEventFilter(this);
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpPage::showTopic);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        const auto topic = files().indexOf(link.toString());
        if (topic >= 0)
            m_list->setCurrentRow(static_cast<int>(topic));
    });
    connect(&back(), &QPushButton::clicked, this, &Page::left);
    m_list->ensurePolished(); // its rows must be laid out before one is chosen
    m_list->setCurrentRow(0);
}

void HelpPage::showTopic(int topic)
{
    if (topic < 0)
        return;
    m_text->setMarkdown(m_topics.at(topic).markdown);
    applyTheme(*m_text->document());
    m_text->setAccessibleName(m_list->item(topic)->text());
    m_text->verticalScrollBar()->setValue(0);
}

void HelpPage::focusFirst()
{
    m_text->setFocus();
}

bool HelpPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool goesToList = watched == m_text && key == Qt::Key_Left;
    const bool goesToText =
        watched == m_list && (key == Qt::Key_Right || key == Qt::Key_Return || key == Qt::Key_Enter);
    if (goesToList)
        m_list->setFocus();
    else if (goesToText)
        m_text->setFocus();
    return goesToList || goesToText || Page::eventFilter(watched, event);
}

} // namespace okoshko
