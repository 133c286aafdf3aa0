// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace okoshko {

/// A field to look for something in: with its drawing, and a button that empties it.
class SearchEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchEdit(QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void nameButtons();

    QToolButton *m_clear;
    QToolButton *m_drawing;
};

} // namespace okoshko
