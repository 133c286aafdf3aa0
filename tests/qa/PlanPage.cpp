// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qa/PlanPage.h"
#include "tests/support/BytesOf.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

QString element(const QString &tag, const QString &className, const QString &inner)
{
    return u"<%1 class=\"%2\">%3</%1>\n"_s.arg(tag, className, inner);
}

} // namespace

PlanPage::PlanPage(const PlanWords &words, const PlanOwnWords &own, const Edition &edition)
    : m_words(words)
    , m_edition(edition)
    , m_own(own)
{
}

QString PlanPage::word(const QString &name) const
{
    const auto it = m_own.constFind(name);
    return it == m_own.cend() ? name : it->in(m_words.language());
}

QString PlanPage::style() const
{
    // The foot of a printed page is written by the style alone.
    const QString foot = word(u"title"_s) + u" · "_s + m_edition.version;
    return QString::fromUtf8(bytesOf(u":/sandbox/pay.css"_s)) +
           QString::fromUtf8(bytesOf(QStringLiteral(OKOSHKO_ROOT "/tests/qa/plan.css"))) +
           u"@page { @bottom-left { content: \"%1\"; } }\n"_s.arg(foot);
}

QString PlanPage::toHtml(const QList<PlanCase> &plan) const
{
    QString body = front(plan) + contents(plan);
    QString chapter;
    for (const PlanCase &each : plan) {
        if (const QString its = chapterOf(each); its != chapter) {
            chapter = its;
            body += u"<h2 class=\"chapter\">%1</h2>\n"_s.arg(chapter.toHtmlEscaped());
        }
        body += toHtml(each);
    }
    return u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta "
           u"charset=\"utf-8\"><title>%2</title>\n<style>%3</style></head>\n"
           "<body><main class=\"plan\">\n%4</main></body></html>\n"_s.arg(
               m_words.language(), word(u"title"_s).toHtmlEscaped(), style(), body);
}

QString PlanPage::front(const QList<PlanCase> &plan) const
{
    QString html = u"<h1>%1</h1>\n"_s.arg(word(u"title"_s).toHtmlEscaped());
    html += element(u"p"_s, u"note"_s,
                    word(u"edition"_s).arg(m_edition.version, QString::number(plan.size())).toHtmlEscaped());
    QString blanks;
    // Within one element: the line that is to be filled in keeps its distance from the words, not they from one
    // another.
    for (const QString &blank : {u"tester"_s, u"date"_s, u"machine"_s, u"build"_s})
        blanks +=
            element(u"p"_s, u"blank"_s, element(u"em"_s, u"asked"_s, m_words.toHtml(word(blank))) + u"<span></span>"_s);
    html += element(u"div"_s, u"blanks"_s, blanks);
    for (const QString &section : {u"prepare"_s, u"smoke"_s, u"report"_s}) {
        html += u"<h3>%1</h3>\n"_s.arg(word(section + u"Heading"_s).toHtmlEscaped());
        html += u"<p>%1</p>\n"_s.arg(m_words.toHtml(word(section)));
    }
    return html;
}

QString PlanPage::contents(const QList<PlanCase> &plan) const
{
    QString chapters;
    QString rows;
    for (qsizetype i = 0; i < plan.size(); ++i) {
        const PlanCase &each = plan.at(i);
        const QString chapter = chapterOf(each);
        rows +=
            u"<tr><td><span class=\"box\"></span></td><td>%1</td><td><a href=\"#case%1\">%2</a></td><td>%3</td></tr>\n"_s
                .arg(QString::number(each.number), each.title.in(m_words.language()).toHtmlEscaped(),
                     each.smoke ? word(u"smokeMark"_s).toHtmlEscaped() : QString());
        if (i + 1 == plan.size() || chapterOf(plan.at(i + 1)) != chapter) {
            chapters += u"<table>\n<caption>%1</caption>\n%2</table>\n"_s.arg(chapter.toHtmlEscaped(), rows);
            rows.clear();
        }
    }
    return u"<h3>%1</h3>\n"_s.arg(word(u"contents"_s).toHtmlEscaped()) + element(u"nav"_s, u"contents"_s, chapters);
}

QString PlanPage::chapterOf(const PlanCase &plan) const
{
    return word(u"chapter%1"_s.arg(plan.number / 100));
}

QString PlanPage::list(const QString &heading, const QList<PlanText> &texts, const QString &tag) const
{
    QString items;
    for (const PlanText &text : texts)
        items += u"<li>%1</li>\n"_s.arg(m_words.toHtml(text.in(m_words.language())));
    return u"<h4>%1</h4>\n<%2>%3</%2>\n"_s.arg(word(heading).toHtmlEscaped(), tag, items);
}

QString PlanPage::toHtml(const PlanCase &plan) const
{
    QString head = u"<span class=\"box\"></span><span class=\"number\">%1</span> %2"_s.arg(
        QString::number(plan.number), plan.title.in(m_words.language()).toHtmlEscaped());
    if (plan.smoke)
        head += u" <small>%1</small>"_s.arg(word(u"smokeMark"_s).toHtmlEscaped());
    const QString words = list(u"before"_s, plan.before, u"ul"_s) + list(u"steps"_s, plan.steps, u"ol"_s);
    const QString remark =
        element(u"p"_s, u"blank"_s, word(u"remark"_s).toHtmlEscaped() + u"<span></span><span></span>"_s);
    return u"<article id=\"case%1\"><h3>%2</h3>\n<div class=\"sides\"><div>%3</div><div>%4%5</div></div>\n%6</article>\n"_s
        .arg(QString::number(plan.number), head, words, picture(plan), list(u"expected"_s, plan.expected, u"ul"_s),
             remark);
}

QString PlanPage::picture(const PlanCase &plan) const
{
    const QByteArray png = bytesOf(QDir(m_edition.pictures).filePath(u"%1.png"_s.arg(plan.number)));
    if (png.isEmpty())
        return element(u"p"_s, u"missing"_s, word(u"noPicture"_s).toHtmlEscaped());
    return u"<figure><img alt=\"%1\" src=\"data:image/png;base64,%2\"></figure>"_s.arg(
        word(u"pictureOf"_s).arg(plan.number).toHtmlEscaped(), QString::fromLatin1(png.toBase64()));
}

} // namespace okoshko::test
