#include "audit/module.hpp"

#include <fmt/core.h>

#include "audit/api.hpp"
#include "audit/messages.hpp"
#include "audit/migrations.hpp"

namespace caicach::audit
{

namespace
{

Result<std::vector<std::string>> check_chain(Context& context)
{
    auto transaction = TRY(context.read());
    const auto verification = TRY(verify(transaction));
    if (!verification.first_bad) return std::vector<std::string>{};
    const auto& bad = *verification.first_bad;
    return std::vector{
        fmt::format("Nhật ký: dòng {} {}. Hãy giữ nguyên cơ sở dữ liệu, sao ra nơi "
                    "khác và báo người phụ trách an toàn thông tin.",
                    bad.seq, text_of(bad.fault))};
}

}  // namespace

Module module()
{
    Module module("audit");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    module.check({.name = "audit.chain", .text = "Nhật ký còn nguyên vẹn", .run = check_chain});
    return module;
}

}  // namespace caicach::audit
