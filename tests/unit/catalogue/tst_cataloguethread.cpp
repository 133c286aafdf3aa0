// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CatalogueThread.h"
#include "models/tables/SearchText.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/catalogue/CatalogueEvents.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_cataloguethread {

class CatalogueThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheThreadOfItsUserInOrder()
    {
        const QTemporaryDir folder;
        CatalogueThread store({folder.filePath(u"catalogue.sqlite"_s), {}}, eventRules());
        QList<qsizetype> sizes;
        QSet<const QThread *> threads;
        Event whole;
        QObject context;
        store.listen(&context, [&](const CatalogueNews &news) {
            threads.insert(QThread::currentThread());
            if (news.catalogue)
                sizes << news.catalogue->events.size();
            if (news.event)
                whole = *news.event;
        });
        store.open();
        store.begin();
        store.add(fullEvents(100));
        store.add(fullEvents(300));
        store.end(CatalogueStore::Extent::InPages, Instant());
        store.read(fullEvent(7).id);
        QVERIFY(sizes.isEmpty()); // never from within the call
        QTRY_COMPARE(whole, fullEvent(7));
        QCOMPARE(sizes, (QList<qsizetype>{0, 100, 300, 300}));
        QCOMPARE(threads, QSet<const QThread *>{QThread::currentThread()});
    }

    void tellsNothingOnceItsListenerIsGone()
    {
        CatalogueThread store({}, eventRules());
        bool isTold = false;
        auto context = std::make_unique<QObject>();
        store.listen(context.get(), [&isTold](const CatalogueNews &) { isTold = true; });
        store.open();
        context.reset();
        bool isOver = false;
        QObject other;
        store.listen(&other, [&isOver](const CatalogueNews &) { isOver = true; });
        store.begin();
        store.add(fullEvents(1));
        QTRY_VERIFY(isOver);
        QVERIFY(!isTold);
    }

    void endsInTheMidstOfItsWork()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"catalogue.sqlite"_s);
        const QList<Event> events = fullEvents(3000);
        {
            // One that ends before it has begun leaves no file.
            CatalogueThread store({path, {}}, eventRules());
            bool isOpen = false;
            store.listen(this, [&isOpen](const CatalogueNews &) { isOpen = true; });
            store.open();
            QTRY_VERIFY(isOpen);
        }
        for (int i = 0; i < 5; ++i) {
            CatalogueThread store({path, {}}, eventRules());
            store.open();
            store.begin();
            for (int page = 0; page < 30; ++page)
                store.add(events.mid(page * 100, 100));
        }
        CatalogueThread store({path, {}}, eventRules());
        KeptCopy copy = KeptCopy::None;
        store.listen(this, [&copy](const CatalogueNews &news) { copy = news.copy; });
        store.open();
        QTRY_COMPARE(copy, KeptCopy::Whole);
    }
};

} // namespace okoshko::test::tst_cataloguethread

OKOSHKO_TEST(tst_cataloguethread, CatalogueThreadTest, QCoreApplication)
#include "tst_cataloguethread.moc"
