// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QLineEdit>

namespace okoshko {

/// A field to look for something in: with its drawing, which is no button, and a button that empties it. Copying where
/// nothing is selected is left to the page.
class SearchEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchEdit(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override; ///< it may be narrow, and takes what room there is

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void draw();

    QIcon m_drawing;
};

} // namespace okoshko
