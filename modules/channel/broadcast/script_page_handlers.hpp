#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "channel/broadcast/reading_time.hpp"
#include "channel/broadcast/recording.hpp"
#include "http/form.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "web/components/fault.hpp"

/// The page of a script at the desk, and what all that is done to it there has in common.
namespace caicach::channel
{

/// A passage with what the page says of it.
struct ShownPart {
    ScriptPart part{};
    std::int64_t seconds{};
    std::string article_path{};  ///< whence it came; empty: written here
    bool is_withdrawn{};         ///< that article was taken off since
};

struct ScriptPage {
    http::Form form{};
    web::Fault fault{};
    Script script{};
    std::string agency{};
    BroadcastRules rules{};
    std::int64_t seconds{};
    std::vector<ShownPart> parts{};
    std::vector<ScriptAct> acts{};
    bool is_own{};  ///< of who looks, and therefore not his to approve
    std::vector<newsroom::PublishedArticle> articles{};  ///< that it could take
    Recordings recordings{};
    jobs::Progress progress{};  ///< of the one in the making
    bool may_record{};
    bool may_accept{};  ///< the machine's voice

    [[nodiscard]] bool may(ScriptAct act) const
    {
        return std::ranges::find(acts, act) != acts.end();
    }
    [[nodiscard]] bool is_making() const
    {
        return recordings.open && recordings.open->state == RecordingState::making;
    }
};
[[nodiscard]] http::Response script_page(const Context& context, const ScriptPage& page);
/// For the microphone: large, a passage after the other.
[[nodiscard]] http::Response reading_page(const Context& context, const ScriptPage& page);

/// The one in the path, for who composes or approves scripts of its agency.
[[nodiscard]] Result<Script> seen_script(const Context& context, database::Transaction& transaction,
                                         const http::Request& request);
[[nodiscard]] Result<ScriptPage> script_page_of(Context& context,
                                                database::Transaction& transaction,
                                                const Script& script);

/// The page with what was typed and what is wrong with it.
[[nodiscard]] Result<http::Response> script_page_with(Context& context,
                                                      const http::Request& request,
                                                      const Error& error);

/// What a form does to a script.
using ScriptDeed = Result<void> (*)(Context&, database::Transaction&, const http::Request&,
                                    const Script&);
/// Does it in a transaction of its own. Goes on to the page of the script, where `told` is said, or
/// quietly to the `anchor` on it; shows the page with what is wrong else.
[[nodiscard]] Result<http::Response> do_to_script(Context& context, const http::Request& request,
                                                  ScriptDeed deed, std::string_view told,
                                                  std::string_view anchor = {});

}  // namespace caicach::channel
