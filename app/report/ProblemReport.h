// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/Report.h"
#include "ui/main/MainWindow.h"

#include <QImage>
#include <QString>
#include <QStringList>

namespace okoshko {

class Counter;
class FileSaver;
class Settings;

/// A report about a problem, in one step: collects the state of this moment, and saves it where the cashier
/// says.
class ProblemReport
{
public:
    struct Facts
    {
        MainWindow::Mode mode = MainWindow::Mode::Training;
        QStringList logs; ///< the log's files, the older first
    };

    /// All references must outlive this.
    ProblemReport(MainWindow &window, Counter &counter, const Settings &settings, FileSaver &saver, const Facts &facts);

    /// \a shown: the order that is on screen; may be null.
    void begin(const OrderId &shown);

private:
    [[nodiscard]] Report collect(const OrderId &shown) const;
    [[nodiscard]] QList<std::pair<QString, QString>> factsOfCounter() const;
    [[nodiscard]] QStringList buyersWords() const;

    MainWindow &m_window;
    Counter &m_counter;
    const Settings &m_settings;
    FileSaver &m_saver;
    Facts m_facts;
};

/// The picture of \a window as it looks now, with a grey field over everything that is marked as private
/// (ui/widgets/Privacy.h) and every control in whose words \a mask finds something. On the window's thread.
[[nodiscard]] QImage pictureOf(QWidget &window, const Redactor &mask);

/// What is typed into fields of \a window that are marked as private, whole and word by word.
[[nodiscard]] QStringList privateWordsIn(const QWidget &window);

} // namespace okoshko
