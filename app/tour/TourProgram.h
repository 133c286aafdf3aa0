// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Session.h"
#include "app/tour/TourCommandLine.h"

#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace okoshko {

class Languages;
class Tour;
class TourPrinters;

/// Runs the tour in a session: in training, or at the server of the command line. Without a named profile it uses one
/// beside the pictures, so that the log of a failed tour is found there. In training it prints at a print service of
/// its own, with no printer set up at the start.
class TourProgram final : public QObject
{
    Q_OBJECT
public:
    /// \a languages must outlive this.
    TourProgram(const TourArguments &arguments, Languages &languages);
    ~TourProgram() override;

    void start(); ///< ends with finished()

Q_SIGNALS:
    void finished(int exitCode); ///< may be emitted within start()

private:
    /// In training, or at the server of the command line; the error in words.
    [[nodiscard]] tl::expected<Session::Plan, QString> sessionPlan() const;
    void play();
    void fail(const QString &words);

    TourArguments m_arguments;
    Languages &m_languages;
    std::unique_ptr<TourPrinters> m_printers; ///< in training; outlives the session
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Tour> m_tour; ///< exists once the session is open; destroyed before it
};

} // namespace okoshko
