// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace okoshko {

/// A field to look for something in: with its drawing, and a button that empties it. Copying where nothing is selected
/// is left to the page.
class SearchEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchEdit(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override; ///< it may be narrow, and takes what room there is

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void nameButtons();
    void draw();

    QAction *m_search;
    QToolButton *m_clear;
    QToolButton *m_drawing;
};

} // namespace okoshko
