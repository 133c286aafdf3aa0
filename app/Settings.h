// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "models/tables/Format.h"
#include "ui/main/MainWindow.h"
#include "ui/theme/Theme.h"

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QString>

namespace okoshko {

/// What the counter remembers in its profile, in `settings.ini`. Never the key. What is missing or cannot be read has
/// its default; writing goes to disk at once.
class Settings
{
public:
    explicit Settings(const QString &profileFolder);

    [[nodiscard]] Format::Language language() const; ///< the system's until one was chosen
    void setLanguage(Format::Language language);

    [[nodiscard]] Theme::Kind theme() const;
    void setTheme(Theme::Kind kind);

    [[nodiscard]] QString counterName() const; ///< empty until one was given

    [[nodiscard]] MainWindow::Panel qaDock() const; ///< hidden until it was shown
    void setQaDock(MainWindow::Panel panel);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    /// The ways to pay, in the order of their digit keys.
    [[nodiscard]] QList<PaymentSystem> paymentSystems() const;

private:
    mutable QSettings m_file;
};

} // namespace okoshko
