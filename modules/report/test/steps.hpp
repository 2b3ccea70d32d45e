#pragma once
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "report/filling/cell_saving.hpp"
#include "report/flow/flow_steps.hpp"
#include "report/test/room.hpp"

/// What agencies and their collector do with reports of a period, report by report.
namespace caicach::report
{

class Steps
{
public:
    explicit Steps(Room& room) : m_room(room) {}

    /// Holds the report of that code, takes a step and keeps it.
    template <class Step>
    [[nodiscard]] Result<void> take(const std::string& code, const Step& step) const
    {
        auto transaction = TRY(m_room.context.begin());
        auto held = TRY(ReportStore{transaction}.hold(code));
        TRY(step(transaction, held));
        return transaction.commit();
    }

    void fill(const std::string& code, const std::vector<CellChange>& changes) const
    {
        MUST(take(code, [&](database::Transaction& transaction, Report& held) -> Result<void> {
            const auto saved = TRY(save_cells(m_room.context, transaction, held, changes));
            CHECK(saved.faults.empty());
            return {};
        }));
    }
    [[nodiscard]] Result<void> send(const std::string& code) const
    {
        return take(code, [&](database::Transaction& transaction, Report& held) -> Result<void> {
            TRY(submit(m_room.context, transaction, held, true));
            return {};
        });
    }
    [[nodiscard]] Result<void> take_back(const std::string& code) const
    {
        return take(code, [&](database::Transaction& transaction, Report& held) {
            return recall(m_room.context, transaction, held);
        });
    }
    [[nodiscard]] Result<void> check(const std::string& code) const
    {
        return take(code, [&](database::Transaction& transaction, Report& held) {
            return check_report(m_room.context, transaction, held, "");
        });
    }
    [[nodiscard]] Result<void> approve_it(const std::string& code) const
    {
        return take(code, [&](database::Transaction& transaction, Report& held) {
            return approve(m_room.context, transaction, held, "");
        });
    }
    [[nodiscard]] Result<void> return_it(const std::string& code) const
    {
        return take(code, [&](database::Transaction& transaction, Report& held) {
            return send_back(m_room.context, transaction, held, "Xem lại số", {});
        });
    }
    [[nodiscard]] Result<void> open_again(const std::string& code) const
    {
        return take(code, [&](database::Transaction& transaction, Report& held) {
            return reopen(m_room.context, transaction, held, "Xem lại số");
        });
    }

private:
    Room& m_room;
};

}  // namespace caicach::report
