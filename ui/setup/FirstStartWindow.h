// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/ConnectionForm.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace okoshko {

class ActionButton;

/// The one window of the first start: which language, and training or a real counter; of a real one, where it sells.
/// Selling starts after a good test of the connection, or when it is put off in so many words.
///
/// Controls: "russianChip", "englishChip"; "trainingButton", "realButton"; those of ConnectionForm; "backButton",
/// "laterButton", "startSellingButton".
class FirstStartWindow final : public QDialog
{
    Q_OBJECT
public:
    enum class Opens {
        AtChoice,     ///< training or a real counter?
        AtConnection, ///< a real one, of course: one more profile
    };

    /// \a servers: those that can be chosen without typing an address.
    FirstStartWindow(Opens opens, const QList<KnownServer> &servers, const Format &format, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionForm &form() const { return *m_form; }
    void setFormat(const Format &format);
    /// Says beside the buttons why the counter could not be set up.
    void showTrouble(const QString &words);

Q_SIGNALS:
    void languageRequested(okoshko::Format::Language language);
    void trainingChosen();
    void counterChosen(const okoshko::ConnectionValues &values);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeConnection();
    void turnTo(Opens page);
    void back();
    void goOn();
    void refresh();
    void retranslate();

    Opens m_opens;
    QStackedWidget *m_pages;
    QWidget *m_choice = nullptr; ///< owned by m_pages
    QLabel *m_title;
    QLabel *m_question;
    QLabel *m_trainingWords;
    QLabel *m_realWords;
    QLabel *m_trouble;
    ActionButton *m_russian;
    ActionButton *m_english;
    ActionButton *m_training;
    ActionButton *m_real;
    ConnectionForm *m_form;
    ActionButton *m_back;
    ActionButton *m_later;
    ActionButton *m_start;
};

} // namespace okoshko
