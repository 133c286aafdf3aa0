// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/files/Saver.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace okoshko::test {

Saver::Saver(GuiFixture &stage)
    : m_stage(stage)
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QDesktopServices::setUrlHandler(u"file"_s, this, "keepFolder");
}

Saver::~Saver()
{
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

void Saver::chooseInMenu(const QString &letters)
{
    m_stage.press(Qt::Key_F10);
    const QWidget *before = nullptr;
    for (const QChar letter : letters) {
        QTRY_VERIFY2(QApplication::activePopupWidget() && QApplication::activePopupWidget() != before,
                     qPrintable(letters));
        QWidget *menu = QApplication::activePopupWidget();
        before = menu;
        QTest::sendKeyEvent(QTest::Click, menu, Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
    QTRY_VERIFY(!QApplication::activePopupWidget());
}

void Saver::report()
{
    m_stage.windows->main().activateWindow();
    QTRY_VERIFY(m_stage.windows->main().isActiveWindow());
    m_stage.press(Qt::Key_F9);
}

QString Saver::proposed()
{
    const auto *dialog = m_stage.windows->main().findChild<QFileDialog *>(u"saveDialog"_s);
    return dialog && !dialog->selectedFiles().isEmpty() ? dialog->selectedFiles().constFirst() : QString();
}

void Saver::saveAs(const QString &path)
{
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_stage.windows->main().findChild<QFileDialog *>(u"saveDialog"_s)) && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    // As the window system gives it: what is typed deselects a file in the list only where the focus is.
    dialog->activateWindow();
    QTest::mouseClick(name, Qt::LeftButton);
    QTRY_VERIFY(name->hasFocus());
    name->selectAll();
    QTest::keyClicks(name, path);
    QTest::keyClick(name, Qt::Key_Return);
}

QMessageBox *Saver::box(const QString &name)
{
    QMessageBox *found = nullptr;
    [&] {
        QTRY_VERIFY2((found = m_stage.windows->main().findChild<QMessageBox *>(name)) && found->isVisible(),
                     qPrintable(name));
    }();
    return found;
}

} // namespace okoshko::test
