// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)

namespace okoshko {

class ActionButton;
class ElidedLabel;

/// A page of the counter's window: a head with the way back and a title, and a body. Its keys stand on its buttons
/// (KeyDispatcher).
///
/// Controls: "backButton" (Esc).
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget *parent);

    /// Where the keyboard is when the page comes up.
    virtual void focusFirst() = 0;
    /// Whether all that the page says would be said again if it was built anew for the same.
    [[nodiscard]] virtual bool isAtRest() const { return true; }

Q_SIGNALS:
    void left(); ///< back to the orders

protected:
    /// \a least is what is never cut of it.
    void setTitle(const QString &title, const QString &least = {});
    /// \a isLow: the page has few lines of text (Theme::isLow()).
    virtual void layOut(bool isLow);
    /// What stands beside the title, from left to right.
    [[nodiscard]] QBoxLayout &head() const { return *m_head; }
    [[nodiscard]] QBoxLayout &body() const { return *m_body; }
    [[nodiscard]] ActionButton &back() const { return *m_back; }
    bool event(QEvent *event) override;

private:
    std::optional<bool> m_isLow;
    QBoxLayout *m_body;
    QBoxLayout *m_head;
    ActionButton *m_back;
    ElidedLabel *m_title;
};

} // namespace okoshko
