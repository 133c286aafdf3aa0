// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/TicketFields.h"
#include "models/print/TicketTemplate.h"
#include "models/print/TicketTemplateFile.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Page.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

class ActionButton;
class ConfirmQuestion;
class InputField;
class TemplatePreview;

/// The ticket templates: those of the program, which can be copied, and the counter's own, which can be changed. Beside
/// the list of a template's parts stand the fields of the current one, and the ticket as it would be printed. It is
/// checked while typing; a template with faults cannot be saved. It reads and writes no files: its signals request
/// that, and its show…() functions show the results.
///
/// Controls: "templateChoice", "copyTemplateButton", "removeTemplateButton", "importTemplateButton",
/// "exportTemplateButton", "partsList", "addPartChoice", "addPartButton", "removePartButton", "partUpButton",
/// "partDownButton", the fields by their names in files ("sizeEdit", "alignChoice"; "ruEdit" and
/// "enEdit" of texts), "choosePictureButton",
/// "sampleChoice", "dpiChoice", "templateFaults", "saveTemplateButton" (Ctrl+S), "templatesNotice", "backButton".
class TemplatesPage final : public Page
{
    Q_OBJECT
public:
    /// \a language: `ru` or `en`.
    TemplatesPage(const QString &language, QWidget *parent);

    /// Shows \a own beside the shipped ones, and the one with \a current, if there is one.
    void begin(const QList<TicketTemplate> &own, const QString &current = {});

    /// A ticket of the counter that the preview can show beside the invented ones; nothing if there is none.
    void setSold(const std::optional<TicketFields> &sold);
    void showSaved(const TicketTemplate &saved);
    void showNotSaved(const QString &reason); ///< the system's reason
    /// Shows \a reading of \a path as a new template, to be saved; or its faults.
    void showImported(const QString &path, const TemplateReading &reading);
    void showBroken(const QList<BrokenTemplate> &files);
    void showPicture(const QByteArray &image); ///< the content of a chosen file

    void focusFirst() override;
    [[nodiscard]] bool isAtRest() const override;
    [[nodiscard]] const TicketTemplate &draft() const { return m_draft; }

Q_SIGNALS:
    void saveRequested(const okoshko::TicketTemplate &ticketTemplate); ///< without faults
    // left(): back to the settings.
    void removeRequested(const QString &id);
    void exportRequested(const okoshko::TicketTemplate &ticketTemplate);
    void importRequested();  ///< of a file that the person chooses; answered by showImported()
    void pictureRequested(); ///< likewise; answered by showPicture()

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A value of the draft. Asked anew each time: an element moves when a copy of the draft is made.
    template <class Value>
    using Of = std::function<Value &()>;
    using Read = std::function<QString()>;
    using Write = std::function<bool(const QString &)>; ///< false if the text is no value

    [[nodiscard]] QWidget *makeSide();
    void makeTemplates(QWidget &side, QBoxLayout &column);
    void makeParts(QWidget &side, QBoxLayout &column);
    [[nodiscard]] QWidget *makeShown();
    [[nodiscard]] QWidget *makeFoot();
    void setDraft(const TicketTemplate &draft);
    void choose(int at);
    void leaveDraft(const std::function<void()> &then);
    void copyTemplate();
    void askToRemove();
    [[nodiscard]] QString freeId(const QString &like) const;
    [[nodiscard]] bool isOwn() const;

    enum class Span { Half, Whole };

    void listParts();
    void beginForm();
    void addToForm(QWidget *widget, Span span);
    void showFields();
    void showPageFields();
    void showPartFields(int part);
    void addField(const QString &path, const QString &name, const QString &hint, const Read &read, const Write &write);
    void addNumber(const QString &path, const QString &name, const QString &hint, const Of<double> &value);
    void addText(const QString &path, const QString &name, const Of<TextByLanguage> &texts, const QString &language);
    void addChoice(const QString &objectName, const QString &name, const QStringList &words, int current,
                   const std::function<void(int)> &chosen);
    void addPlace(const QString &prefix, const Of<QRectF> &box, const Of<int> &rotation);
    void addPart();
    void removePart();
    void movePart(int by);
    [[nodiscard]] int currentPart() const; ///< the element's number; -1 for the paper
    [[nodiscard]] QString nameOf(int element) const;
    [[nodiscard]] int dpi() const;

    void showSample();
    void check();
    void save();
    void notify(Notice::Kind kind, const QString &title, const QString &words = {});

    QString m_language;
    QList<TicketTemplate> m_shipped;
    QList<TicketTemplate> m_own;
    TicketTemplate m_saved;
    TicketTemplate m_draft;
    QHash<QString, InputField *> m_fields; ///< on screen, by path
    QList<QString> m_unread;               ///< paths of fields whose text is no value

    Notice *m_notice;
    ConfirmQuestion *m_question;
    QComboBox *m_templates = nullptr;
    QListWidget *m_parts = nullptr;
    QComboBox *m_kinds = nullptr;
    QVBoxLayout *m_formColumn = nullptr;
    QWidget *m_form = nullptr;     ///< made anew for each part
    QGridLayout *m_grid = nullptr; ///< of the form, two columns
    int m_cells = 0;               ///< of it that are taken
    TemplatePreview *m_preview = nullptr;
    QComboBox *m_samples = nullptr;
    std::optional<TicketFields> m_sold;
    QComboBox *m_dpi = nullptr;
    QLabel *m_faults = nullptr;
    ActionButton *m_remove = nullptr;
    ActionButton *m_export = nullptr;
    ActionButton *m_removePart = nullptr;
    ActionButton *m_up = nullptr;
    ActionButton *m_down = nullptr;
    ActionButton *m_save = nullptr;
};

} // namespace okoshko
