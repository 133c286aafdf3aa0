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

/// Creates a problem report: collects the current state and saves it where the cashier chooses.
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

    /// \a shown: the order on screen; may be null.
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

/// A picture of \a window, with a grey rectangle over each widget marked as private (ui/widgets/Privacy.h) and each
/// control whose text \a mask changes. On the window's thread.
[[nodiscard]] QImage pictureOf(QWidget &window, const Redactor &mask);

/// The texts in fields of \a window that are marked as private, whole and word by word.
[[nodiscard]] QStringList privateWordsIn(const QWidget &window);

} // namespace okoshko
