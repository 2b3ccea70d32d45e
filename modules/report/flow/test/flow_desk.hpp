#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evidence/api.hpp"
#include "report/filling/cell_saving.hpp"
#include "report/flow/correction.hpp"
#include "report/flow/flow_steps.hpp"
#include "report/flow/step.hpp"
#include "report/flow/submission.hpp"
#include "report/flow/value_writing.hpp"
#include "report/test/room.hpp"

/// One report and the steps that people take with it, for tests of the flow.
namespace caicach::report
{

inline constexpr evidence::FactKind article{
    .key = "test.article", .text = "Tin, bài", .unit = "tin, bài", .product = "article"};

/// One agency's report of a period that is open, by a form that asks for no second person.
struct Desk {
    Room& room;
    std::string code{};

    explicit Desk(Room& in, bool needs_second_person = false,
                  Definition form = testing::sample_form())
        : room(in)
    {
        form.owner_reports = false;
        form.key = needs_second_person ? "thu_hai_nguoi" : "thu";
        form.flow = {.needs_second_person = needs_second_person};
        const auto opened = MUST(room.open(room.in_force(form)));
        code = room.report(opened.period.id, "SYT").code;
    }

    [[nodiscard]] Report report() const
    {
        auto transaction = MUST(room.context.read());
        return MUST(ReportStore{transaction}.by_code(code));
    }

    /// Holds the report, takes a step and keeps it.
    template <class Step>
    [[nodiscard]] Result<void> take(const Step& step) const
    {
        auto transaction = TRY(room.context.begin());
        auto held = TRY(ReportStore{transaction}.hold(code));
        TRY(step(transaction, held));
        return transaction.commit();
    }

    void fill(std::string field, std::string value, int row = 0) const
    {
        const std::vector<CellChange> changes{
            {.field = std::move(field), .row = row, .value = std::move(value)}};
        MUST(take([&](database::Transaction& transaction, Report& held) -> Result<void> {
            const auto saved = TRY(save_cells(room.context, transaction, held, changes));
            CHECK(saved.faults.empty());
            return {};
        }));
    }

    [[nodiscard]] Result<void> send(bool says_no_secret = true) const
    {
        return take([&](database::Transaction& transaction, Report& held) -> Result<void> {
            TRY(submit(room.context, transaction, held, says_no_secret));
            return {};
        });
    }
    [[nodiscard]] Result<void> check() const
    {
        return take([&](database::Transaction& transaction, Report& held) {
            return check_report(room.context, transaction, held, "");
        });
    }
    [[nodiscard]] Result<void> approve_it() const
    {
        return take([&](database::Transaction& transaction, Report& held) {
            return approve(room.context, transaction, held, "");
        });
    }
    [[nodiscard]] Result<void> return_it(std::string_view reason,
                                         std::map<std::string, std::string> remarks = {}) const
    {
        return take([&](database::Transaction& transaction, Report& held) {
            return send_back(room.context, transaction, held, reason, remarks);
        });
    }

    /// Its lock day is over.
    void lock() const { room.desk.clock.set_today(report().locks_on.value().plus_days(1)); }
    /// Nothing of it is kept where a cell is refused.
    [[nodiscard]] Result<void> correct_it(std::string_view reason,
                                          std::vector<CellChange> changes = {}) const
    {
        return correct_with({.changes = std::move(changes), .reason = std::string{reason}});
    }
    [[nodiscard]] Result<void> correct_with(Correction correction,
                                            std::vector<RefusedCell>* refused = nullptr) const
    {
        correction.says_no_secret = true;
        return take([&](database::Transaction& transaction, Report& held) -> Result<void> {
            const auto done = TRY(correct(room.context, transaction, held, correction));
            if (refused != nullptr) *refused = done.refused;
            if (!done.submission) return failure(Failure::invalid, "test.refused");
            return {};
        });
    }

    [[nodiscard]] std::vector<Submission> submissions() const
    {
        auto transaction = MUST(room.context.read());
        return MUST(SubmissionStore{transaction}.of_report(report().id));
    }
    [[nodiscard]] std::string content(SubmissionId id) const
    {
        auto transaction = MUST(room.context.read());
        return MUST(SubmissionStore{transaction}.content(id));
    }
    [[nodiscard]] std::vector<SentValue> values() const
    {
        auto transaction = MUST(room.context.read());
        return MUST(values_of(transaction, report().id));
    }
    /// Those that stand.
    [[nodiscard]] std::vector<Remark> remarks() const
    {
        auto transaction = MUST(room.context.read());
        auto all = MUST(StepStore{transaction}.all_remarks(report().id));
        std::erase_if(all, [](const Remark& one) { return one.settled_at.has_value(); });
        return all;
    }
};

template <class Answer>
std::string key_of(const Result<Answer>& result)
{
    return result ? std::string{} : result.error().key;
}

inline evidence::FactId publish(Room& room, Date on, std::int64_t quantity)
{
    auto transaction = MUST(room.context.begin());
    const auto fact = MUST(evidence::record(room.context, transaction,
                                            {.kind = article,
                                             .agency = room.agency("SYT"),
                                             .happened_on = on,
                                             .quantity = quantity,
                                             .title = "Một cửa ở xã"}));
    MUST(transaction.commit());
    return fact;
}

}  // namespace caicach::report
