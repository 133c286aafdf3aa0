// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"
#include "ui/widgets/Page.h"

QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QTextBrowser)

namespace okoshko {

/// The keys of the program and the pages of `resources/help` (F1). The keys come first, beginning with those of the
/// page from which the help was opened. Opens no web pages.
///
/// Controls: "helpTopics" (the list of pages: arrows choose, Enter and → go to the text), "helpText" (arrows scroll,
/// Tab and Enter follow a link, ← goes to the list).
class HelpPage final : public Page
{
    Q_OBJECT
public:
    /// \a from: object name of the page from which the help was opened.
    HelpPage(Format::Language language, const QString &from, QWidget *parent);

    void focusFirst() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Topic
    {
        QString file; ///< file name in `resources/help/<language>`
        QString markdown;
    };

    void showTopic(int topic);

    QList<Topic> m_topics;
    QListWidget *m_list;
    QTextBrowser *m_text;
};

} // namespace okoshko
