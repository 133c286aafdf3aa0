// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Labels.h"

#include <QFrame>
#include <QLabel>
#include <QStyle>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

QString toWord(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return u"plain"_s;
    case Tone::Muted:
        return u"muted"_s;
    case Tone::Urgent:
        return u"urgent"_s;
    case Tone::Accent:
        return u"accent"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QLabel *makeLabel(QWidget *parent, Theme::Type type, Tone tone, QFont::Weight weight)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    Theme::setFont(*label, type, weight);
    label->setProperty("tone", toWord(tone));
    return label;
}

void setTone(QLabel &label, Tone tone)
{
    label.setProperty("tone", toWord(tone));
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

QString breakable(const QString &text)
{
    constexpr int longest = 24;
    constexpr QChar breakHere(0x200B); // zero width space
    QString result;
    int run = 0;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0; letters.toNextBoundary() > from; from = letters.position()) {
        const QStringView letter = QStringView(text).sliced(from, letters.position() - from);
        run = letter.front().isSpace() ? 0 : run + 1;
        if (run > longest) {
            result += breakHere;
            run = 1;
        }
        result += letter;
    }
    return result;
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', u"<br/>"_s) + u"</qt>"_s;
}

QFrame *makeRule(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setObjectName(u"rule"_s);
    rule->setFixedHeight(1); // one physical line on any screen
    return rule;
}

} // namespace okoshko
