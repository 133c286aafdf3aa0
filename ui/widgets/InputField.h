// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLayout)
QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace okoshko {

/// A field with its name above, and below it a hint, or the error of its input.
class InputField : public QWidget
{
    Q_OBJECT
public:
    enum class Severity {
        Wrong,
        Doubtful, ///< shown as a warning, and accepted
    };

    /// With a line edit named \a objectName; its reason is "<objectName>Reason".
    InputField(const QString &objectName, QWidget *parent);

    [[nodiscard]] QLineEdit &edit() const { return *m_edit; } ///< only if there is one
    [[nodiscard]] QString text() const;

    void setWords(const QString &name, const QString &hint);
    void setReason(const QString &reason, Severity severity = Severity::Wrong); ///< empty = no error
    [[nodiscard]] bool isWrong() const { return m_isWrong; }
    [[nodiscard]] bool hasReason() const;

protected:
    /// With \a controls; \a edit is the line edit among them, if any.
    InputField(const QString &reasonName, QLayout *controls, QLineEdit *edit, QWidget *parent);

    [[nodiscard]] QLabel &name() const { return *m_name; }
    [[nodiscard]] bool hasEdit() const { return m_edit; }

private:
    void describe();

    QLabel *m_name;
    QLineEdit *m_edit;
    QLabel *m_hint;
    QLabel *m_reason;
    bool m_isWrong = false;
};

} // namespace okoshko
