// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/sale/GuiFixture.h"

#include <QMessageBox>

namespace okoshko::test {

/// A cashier who saves files: goes through the menu by its underlined letters, answers where to, reads the box. Asks
/// for Qt's own file dialog, for no desktop's can be driven from here.
class Saver final : public QObject
{
    Q_OBJECT
public:
    explicit Saver(GuiFixture &stage);
    ~Saver() override;

    /// F10, then each letter of \a letters in the menu that is open by then.
    void chooseInMenu(const QString &letters);
    /// F9, in the window to which the window system has given the focus back.
    void report();
    /// Where the file dialog proposes to save.
    [[nodiscard]] QString proposed();
    void saveAs(const QString &path);
    /// The box of that name, once it is there.
    [[nodiscard]] QMessageBox *box(const QString &name);

    QList<QUrl> openedFolders;

public Q_SLOTS:
    void keepFolder(const QUrl &url) { openedFolders << url; }

private:
    GuiFixture &m_stage;
};

} // namespace okoshko::test
