// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Mailbox.h"
#include "models/print/DrawFault.h"
#include "models/print/PrintPort.h"
#include "models/print/TicketTemplate.h"
#include "ui/print/TicketFonts.h"
#include "ui/print/TicketSamples.h"

#include <QCoreApplication>
#include <QHash>
#include <QPointer>

QT_FORWARD_DECLARE_CLASS(QThreadPool)

namespace okoshko {

/// Draws tickets and receipts into PDF files, on other threads. Tickets look as the template of the drawing's profile
/// says; a receipt is as wide as the profile's paper; a drawing with neither is a test page, as wide as the template,
/// and is refused where a ticket would be. A file of a person's own knows no paper: its pages are as the template says.
///
/// A file is written whole or not at all. Those without a path of their own lie in one folder, which only the user can
/// read, as `<job>.pdf`. Lives on the main thread.
class PdfDrawer final : public TicketDrawer
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::PdfDrawer)
public:
    /// \a pool draws for printers, and \a saving what has a path of its own, which may hang. They must outlive this,
    /// and their tasks may still run when it is destroyed. \a folder is created when it is needed; documents of an
    /// earlier run in it are deleted.
    PdfDrawer(QThreadPool &pool, QThreadPool &saving, const QString &folder);
    ~PdfDrawer() override;
    Q_DISABLE_COPY_MOVE(PdfDrawer)

    /// Why \a profile cannot print a ticket by its template, found by drawing one without writing it. On the main
    /// thread.
    [[nodiscard]] static std::optional<DrawFault> faultOf(const PrinterProfile &profile,
                                                          const QList<TicketTemplate> &templates,
                                                          const TicketFonts &fonts, TicketSamples::Sample sample);

    void setTemplates(const QList<TicketTemplate> &templates) { m_templates = templates; }
    /// `ru` or `en`: of the templates' own words.
    void setLanguage(const QString &code) { m_language = code; }

    Call draw(const Drawing &drawing, QObject *context, ThenPrinted<PrintDocument> then) override;
    void discard(const QUuid &job) override;

private:
    using Drawn = tl::expected<PrintDocument, DrawFault>;

    struct Letter
    {
        int number = 0;
        Drawn drawn;
    };
    struct Pending
    {
        QUuid job;
        Call call;
        QPointer<QObject> context;
        ThenPrinted<PrintDocument> then;
        QString ownPath; ///< in the folder; empty if the path was given
    };

    void deliver(const Letter &letter);
    void remove(const QString &path);
    [[nodiscard]] QString pathOf(const QUuid &job) const;

    QThreadPool &m_pool;
    QThreadPool &m_saving;
    QString m_folder;
    TicketFonts m_fonts;
    QList<TicketTemplate> m_templates;
    QString m_language;
    QHash<int, Pending> m_pending;
    int m_last = 0;
    Mailbox<Letter> m_drawn;
};

} // namespace okoshko
