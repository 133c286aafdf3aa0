// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace okoshko {

/// A line to fill in: its name above, and beneath it a hint, or in its place what is wrong with what was typed.
class Field final : public QWidget
{
    Q_OBJECT
public:
    /// \a objectName is the line's; its reason is "<objectName>Reason".
    Field(const QString &objectName, QWidget *parent);

    [[nodiscard]] QLineEdit &edit() const { return *m_edit; }
    [[nodiscard]] QString text() const;

    void setWords(const QString &name, const QString &hint);
    void setReason(const QString &reason); ///< empty = nothing is wrong
    [[nodiscard]] bool isWrong() const;

private:
    QLabel *m_name;
    QLineEdit *m_edit;
    QLabel *m_hint;
    QLabel *m_reason;
};

} // namespace okoshko
