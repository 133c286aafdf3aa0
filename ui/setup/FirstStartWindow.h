// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/ConnectionForm.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace okoshko {

class ActionButton;

/// The window of the first start: language, and training or a real counter; for a real counter its connection. Selling
/// starts after a successful connection test, or when the test is explicitly postponed.
///
/// Controls: "languageChip-" with each code, not over an open counter; "trainingButton", "realButton"; those of
/// ConnectionForm; "backButton", "laterButton", "startSellingButton".
class FirstStartWindow final : public QDialog
{
    Q_OBJECT
public:
    enum class Opens {
        AtChoice,     ///< training or a real counter
        AtConnection, ///< a real counter, for a further profile
        OverCounter,  ///< the same over an open counter, in the language of that counter
    };

    /// \a servers: those that can be chosen without typing an address.
    FirstStartWindow(Opens opens, const QList<KnownServer> &servers, const Format &format, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionForm &form() const { return *m_form; }
    /// Rebuilds the content in the format's language. Keeps choices, input and a running test.
    void rebuild(const Format &format);
    /// Shows beside the buttons why the counter could not be set up.
    void showTrouble(const QString &words);

Q_SIGNALS:
    void languageRequested(okoshko::Format::Language language);
    void trainingChosen();
    void counterChosen(const okoshko::ConnectionValues &values);
    // Of the form.
    void testRequested(const okoshko::ConnectionValues &values);
    void testLeft();

private:
    void build(const Format &format);
    [[nodiscard]] QWidget *makeHead(Format::Language spoken);
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeConnection();
    void turnTo(Opens page);
    void back();
    void goOn();
    void refresh();

    Opens m_opens;
    QList<KnownServer> m_servers;
    QWidget *m_content = nullptr;
    QStackedWidget *m_pages = nullptr;
    ActionButton *m_training = nullptr;
    ActionButton *m_real = nullptr;
    ConnectionForm *m_form = nullptr;
    QLabel *m_trouble = nullptr;
    ActionButton *m_back = nullptr;
    ActionButton *m_later = nullptr;
    ActionButton *m_start = nullptr;
};

} // namespace okoshko
