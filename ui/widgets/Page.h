// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)

namespace okoshko {

class ActionButton;
class ElidedLabel;

/// A page of the counter's window: a header with back button and title, and a body. Keys press its buttons
/// (KeyDispatcher).
///
/// Controls: "backButton" (Esc).
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget *parent);

    /// Focuses the first control when the page is shown.
    virtual void focusFirst() = 0;
    /// Whether all messages of the page would be shown again after a rebuild.
    [[nodiscard]] virtual bool isAtRest() const { return true; }

Q_SIGNALS:
    void left(); ///< back to the orders

protected:
    /// \a least is the part that is never cut.
    void setTitle(const QString &title, const QString &least = {});
    /// \a isLow: the page has few lines of text (Theme::isLow()).
    virtual void layOut(bool isLow);
    /// The layout at the right of the title.
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
