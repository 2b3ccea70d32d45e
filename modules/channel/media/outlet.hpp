#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "channel/media/ids.hpp"
#include "manifest/context.hpp"

/// Newspapers, stations and pages of networks of a province: data that it keeps itself.
namespace caicach::channel
{

inline constexpr std::string_view outlet_object = "channel.outlet";

struct Outlet {
    OutletId id{};
    std::string code{};
    std::string name{};  ///< "Báo Sông Lam"
    std::string site{};  ///< may be empty
    std::string mail{};  ///< of its editors, who get news; may be empty
    bool is_active{true};
    std::int64_t version{};
};

/// Rows ↔ outlets. Two names that fold alike are one.
class OutletStore
{
public:
    explicit OutletStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.outlet.not_found".
    [[nodiscard]] Result<Outlet> find(OutletId id);
    [[nodiscard]] Result<Outlet> find(std::string_view code);
    [[nodiscard]] Result<std::optional<Outlet>> find_named(std::string_view name);
    /// By name.
    [[nodiscard]] Result<std::vector<Outlet>> all();
    /// Gives id and code.
    [[nodiscard]] Result<void> insert(Outlet& outlet);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const Outlet& outlet);

private:
    database::Transaction& m_transaction;
};

/// Whoever may log for any agency adds what is missing, so that nothing waits for somebody else.
/// The caller has asked. invalid "channel.outlet.secret"; too_large "channel.outlet.too_many".
[[nodiscard]] Result<Outlet> add_outlet(Context& context, database::Transaction& transaction,
                                        const std::string& name);
/// forbidden; invalid "channel.outlet.twice", "channel.outlet.mail", "channel.placement.link".
[[nodiscard]] Result<void> change_outlet(Context& context, database::Transaction& transaction,
                                         const Outlet& outlet);

}  // namespace caicach::channel
