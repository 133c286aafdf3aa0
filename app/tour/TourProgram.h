// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/TourCommandLine.h"

#include <QObject>

#include <memory>

namespace okoshko {

class Languages;
class Session;
class Tour;

/// A session on which the tour plays: in training, or at the server of the command line. In a profile that goes with
/// the pictures, where none is named: whoever looks into a tour that failed finds its log there.
class TourProgram final : public QObject
{
    Q_OBJECT
public:
    /// \a languages must outlive this.
    TourProgram(const TourArguments &arguments, Languages &languages);
    ~TourProgram() override;

    void start(); ///< ends in finished()

Q_SIGNALS:
    void finished(int exitCode); ///< perhaps from within start()

private:
    void play();
    void fail(const QString &words);

    TourArguments m_arguments;
    Languages &m_languages;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Tour> m_tour; ///< once the session is open; goes before it
};

} // namespace okoshko
