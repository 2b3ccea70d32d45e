#include "obligation/obstacle/obstacle_handlers.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "identity/api.hpp"
#include "obligation/board/downloads.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/coordination.hpp"
#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/obstacle/obstacle_views.hpp"
#include "obligation/obstacle/plan_obstacles.hpp"
#include "obligation/permissions.hpp"
#include "obligation/result.hpp"
#include "obligation/saved_view/saved_view_handlers.hpp"
#include "once/once.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

/// A drawing or a scan over a slow line takes its time.
constexpr int upload_seconds = 300;

/// The obstacle of the address, for who may see it; for others it is not there.
/// What the keys of the form are remembered as; their owner is the obligation.
constexpr std::string_view raising = "obligation.obstacle";

Result<Obstacle> obstacle_in(const Context& context, database::Transaction& transaction,
                             const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("obstacle"));
    auto found = TRY(ObstacleStore{transaction}.find(code));
    const bool sees = TRY(may_see(context, transaction, found));
    if (!sees) return failure(Failure::not_found, "obligation.obstacle.not_found");
    return found;
}

Result<std::vector<ShownStep>> shown_steps(database::Transaction& transaction,
                                           const Obstacle& obstacle, AgencyNames& names)
{
    auto steps = TRY(ObstacleStore{transaction}.steps(obstacle.id));
    std::vector<ShownStep> shown;
    shown.reserve(steps.size());
    for (auto& step : steps) {
        ShownStep one{.step = std::move(step)};
        const auto* agency = TRY(names.of(one.step.agency));
        one.agency = agency->name;
        if (one.step.to) {
            const auto* to = TRY(names.of(one.step.to));
            one.to = to->name;
        }
        if (one.step.account) {
            const auto account = TRY(identity::account_by_id(transaction, one.step.account));
            one.person = account.name;
        }
        if (one.step.file) {
            const auto file = TRY(attachment::find(transaction, one.step.file));
            one.file_name = file.name;
            one.file_path = attachment::download_path(file);
        }
        shown.push_back(std::move(one));
    }
    return shown;
}

/// The file is looked at and kept before the transaction is opened; none was sent where its name
/// is empty.
Result<std::optional<attachment::KeptFile>> document_in(Context& context,
                                                        const http::Request& request)
{
    for (const auto& upload : request.files()) {
        if (upload.field != "document" || upload.size == 0) continue;
        auto kept = TRY(attachment::keep(context, attachment::file_of(upload), obstacle_use()));
        return std::optional{std::move(kept)};
    }
    return std::optional<attachment::KeptFile>{};
}

Result<http::Response> obstacle_with(Context& context, const http::Request& request,
                                     std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    ObstaclePage page{.error = std::move(error)};
    page.obstacle = TRY(obstacle_in(context, transaction, request));
    const auto obligation = TRY(ObligationStore{transaction}.find(page.obstacle.obligation));
    page.task = TRY(task_of(transaction, obligation));
    page.plan = TRY(plan_today(transaction, page.obstacle.plan, context.today()));
    AgencyNames names{transaction, context.today()};
    const auto* agency = TRY(names.of(page.obstacle.agency));
    page.agency = agency->name;
    const auto* handler = TRY(names.of(page.obstacle.handler));
    page.handler = handler->name;
    page.steps = TRY(shown_steps(transaction, page.obstacle, names));
    page.rights = TRY(rights_of(context, transaction, page.obstacle));
    if (page.rights.may_answer)
        page.agencies = TRY(organisation::agencies_on(transaction, context.today()));
    if (page.error)
        page.typed = {.text = std::string{request.raw("text")},
                      .to = std::string{request.raw("to")},
                      .note = std::string{request.raw("note")},
                      .closing = std::string{request.raw("closing")}};
    return obstacle_page(context, page);
}

Result<http::Response> show_obstacle(Context& context, const http::Request& request)
{
    return obstacle_with(context, request, {});
}

/// Finds, does, commits; a refused form is shown anew with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto found = TRY(obstacle_in(context, transaction, request));
        TRY(take(transaction, found));
        TRY(transaction.commit());
        return found.code;
    }();
    if (done) return web::redirect_with(obstacle_path(*done), said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return obstacle_with(context, request, done.error());
}

Result<std::string> text_in(const http::Request& request, std::string_view field)
{
    return request.paragraphs(field, limits::obstacle_length_max);
}

Result<http::Response> post_forward(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.obstacle.forwarded",
                [&](database::Transaction& transaction, const Obstacle& found) -> Result<void> {
                    TRY(require_answering(context, transaction, found));
                    const auto to = TRY(request.maybe_text("to", limits::agency_typed_max));
                    const auto note = TRY(text_in(request, "note"));
                    return forward_obstacle(context, transaction, found, to.value_or(""), note);
                });
}

Result<http::Response> post_answer(Context& context, const http::Request& request)
{
    const auto checked = [&]() -> Result<void> {
        auto transaction = TRY(context.read());
        const auto found = TRY(obstacle_in(context, transaction, request));
        return require_answering(context, transaction, found);
    };
    TRY(checked());
    const auto file = document_in(context, request);
    if (!file) {
        if (!web::is_about_form(file.error())) return tl::unexpected<Error>(file.error());
        return obstacle_with(context, request, file.error());
    }
    return step(context, request, "obligation.obstacle.answered",
                [&](database::Transaction& transaction, const Obstacle& found) -> Result<void> {
                    const auto text = TRY(text_in(request, "text"));
                    return answer_obstacle(context, transaction, found, text, *file);
                });
}

Result<http::Response> post_again(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.obstacle.asked_again",
                [&](database::Transaction& transaction, const Obstacle& found) -> Result<void> {
                    const auto about = TRY(ObligationStore{transaction}.find(found.obligation));
                    TRY(require_for(context, transaction, raise_obstacles, about));
                    const auto text = TRY(text_in(request, "text"));
                    return ask_again(context, transaction, found, text);
                });
}

Result<http::Response> post_close(Context& context, const http::Request& request)
{
    return step(context, request, "obligation.obstacle.closed",
                [&](database::Transaction& transaction, const Obstacle& found) -> Result<void> {
                    const auto note = TRY(text_in(request, "closing"));
                    return close_obstacle(context, transaction, found, note);
                });
}

/// The obligation of the address, for who may raise obstacles about it.
Result<Obligation> obligation_to_raise(const Context& context, database::Transaction& transaction,
                                       const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("task"));
    auto found = TRY(ObligationStore{transaction}.find(code));
    const bool sees = TRY(may_see(context, transaction, found));
    if (!sees) return failure(Failure::not_found, "obligation.not_found");
    TRY(require_for(context, transaction, raise_obstacles, found));
    return found;
}

Result<http::Response> new_obstacle_with(Context& context, const http::Request& request,
                                         std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    NewObstaclePage page{.error = std::move(error)};
    const auto obligation = TRY(obligation_to_raise(context, transaction, request));
    page.task = TRY(task_of(transaction, obligation));
    const auto plan = TRY(plan_today(transaction, obligation.plan, context.today()));
    const auto hears = obligation.is_part() ? obligation.giver : plan.coordinator;
    const auto coordinator = TRY(organisation::agency_by_id(transaction, hears, context.today()));
    page.coordinator = coordinator.name;
    page.agencies = TRY(organisation::agencies_on(transaction, context.today()));
    page.taken_keys = TRY(once::last_keys(transaction, raising, obligation.id.value));
    if (!page.error || page.error->key == "once.sent_before")
        page.key = once::new_key();
    else
        page.key = request.raw(once::field);
    if (page.error)
        page.typed = {.kind = std::string{request.raw("kind")},
                      .problem = std::string{request.raw("problem")},
                      .wish = std::string{request.raw("wish")},
                      .to = std::string{request.raw("to")}};
    return new_obstacle_page(context, page);
}

Result<http::Response> show_new_obstacle(Context& context, const http::Request& request)
{
    return new_obstacle_with(context, request, {});
}

Result<std::string> raised(Context& context, const http::Request& request)
{
    const auto checked = [&]() -> Result<void> {
        auto transaction = TRY(context.read());
        TRY(obligation_to_raise(context, transaction, request));
        return {};
    };
    TRY(checked());
    NewObstacle wanted;
    wanted.kind = TRY(request.maybe_text("kind")).value_or("");
    wanted.problem = TRY(text_in(request, "problem"));
    wanted.wish = TRY(text_in(request, "wish"));
    wanted.to = TRY(request.maybe_text("to", limits::agency_typed_max)).value_or("");
    auto key = TRY(once::key_from(request.raw(once::field)));
    const auto file = TRY(document_in(context, request));
    auto transaction = TRY(context.begin());
    const auto obligation = TRY(obligation_to_raise(context, transaction, request));
    const auto sha256 = file ? file->original_sha256 : std::string{};
    const once::Sending sending{.purpose = std::string{raising},
                                .owner = obligation.id.value,
                                .key = std::move(key),
                                .content_sha256 = once::content_of(
                                    {wanted.kind, wanted.problem, wanted.wish, wanted.to, sha256})};
    const auto raise = [&]() -> Result<std::string> {
        const auto obstacle = TRY(raise_obstacle(context, transaction, obligation, wanted, file));
        return obstacle.code;
    };
    auto code = TRY(once::run(transaction, sending, context.now(), raise));
    TRY(transaction.commit());
    return code;
}

Result<http::Response> post_obstacle(Context& context, const http::Request& request)
{
    const auto code = raised(context, request);
    if (code) return web::redirect_with(obstacle_path(*code), "obligation.obstacle.raised");
    const auto error = once::said_of_keyed_form(code.error(), request.raw(once::field));
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    return new_obstacle_with(context, request, error);
}

/// What waits for the answer of agencies that ended and for whom this one answers now: those are
/// few, and so is what they left.
Result<std::vector<ListedObstacle>> waiting_for_predecessors(database::Transaction& transaction,
                                                             organisation::AgencyId agency,
                                                             Date today)
{
    std::vector<ListedObstacle> waiting;
    const auto before = TRY(predecessors_of(transaction, agency, today));
    for (const auto one : before) {
        auto some = TRY(ObstacleStore{transaction}.of_agency(one, ObstacleBox::waiting, {},
                                                             limits::obstacles_per_page));
        std::ranges::move(some, std::back_inserter(waiting));
    }
    return waiting;
}

void add_before(std::vector<ListedObstacle>& listed, std::vector<ListedObstacle> first)
{
    std::ranges::move(listed, std::back_inserter(first));
    listed = std::move(first);
}

Result<http::Response> show_obstacles(Context& context, const http::Request& request)
{
    const auto agency = organisation::agency_of(context.actor().agency);
    TRY(context.require(see_work, context.actor().agency));
    auto transaction = TRY(context.read());
    auto beginning = TRY(begin_with_view(context, transaction, request, ViewPage::obstacles, {}));
    if (beginning) return std::move(*beginning);
    ObstacleStore store{transaction};
    ObstaclesPage page{.box = obstacle_box_from(request.query("muc").value_or(""))};
    page.views = TRY(views_part(context, transaction, ViewPage::obstacles, {}, query_of(request)));
    AgencyNames names{transaction, context.today()};
    const auto* own = TRY(names.of(agency));
    page.agency = own->name;
    page.waiting = TRY(store.waiting_for(agency));
    const auto place = place_of_obstacle(request);
    auto taken_over = TRY(waiting_for_predecessors(transaction, agency, context.today()));
    page.waiting += std::ssize(taken_over);
    auto listed = TRY(store.of_agency(agency, page.box, place, limits::obstacles_per_page + 1));
    if (listed.size() > static_cast<std::size_t>(limits::obstacles_per_page)) {
        listed.pop_back();
        page.next_path =
            box_path(page.box) + "&sau=" + std::to_string(listed.back().obstacle.id.value);
    }
    if (page.box == ObstacleBox::waiting && !place) add_before(listed, std::move(taken_over));
    page.rows = TRY(named_obstacles(transaction, std::move(listed), context.today()));
    return obstacles_page(context, page);
}

Result<http::Response> export_obstacles(Context& context, const http::Request& request)
{
    const auto agency = organisation::agency_of(context.actor().agency);
    TRY(context.require(see_work, context.actor().agency));
    auto transaction = TRY(context.read());
    const auto box = obstacle_box_from(request.query("muc").value_or(""));
    auto listed =
        TRY(ObstacleStore{transaction}.of_agency(agency, box, {}, limits::exported_tasks_max));
    if (box == ObstacleBox::waiting) {
        auto taken_over = TRY(waiting_for_predecessors(transaction, agency, context.today()));
        add_before(listed, std::move(taken_over));
    }
    const auto rows = TRY(named_obstacles(transaction, std::move(listed), context.today()));
    return csv_download({obstacle_list_table(rows), "Khó khăn, vướng mắc"});
}

Result<std::optional<AuditedPage>> page_of(database::Transaction& transaction, std::int64_t object,
                                           Date /*today*/)
{
    const auto obstacle = TRY(ObstacleStore{transaction}.find(ObstacleId{object}));
    return AuditedPage{.title = text::shorten(obstacle.problem, limits::audited_title_length),
                       .path = obstacle_path(obstacle.code)};
}

void add_audited(Module& module)
{
    module.audits({"obligation.obstacle.raised", "nêu khó khăn, vướng mắc"});
    module.audits({"obligation.obstacle.forwarded", "chuyển khó khăn, vướng mắc"});
    module.audits({"obligation.obstacle.answered", "trả lời khó khăn, vướng mắc"});
    module.audits({"obligation.obstacle.asked_again", "hỏi lại về khó khăn, vướng mắc"});
    module.audits({"obligation.obstacle.closed", "khép lại khó khăn, vướng mắc"});
    module.audits_about({"obligation.obstacle", "khó khăn, vướng mắc", page_of});
}

}  // namespace

void add_obstacles(Module& module)
{
    const auto staff = http::Access::holder_of(see_work.key);
    const auto raisers = http::Access::holder_of(raise_obstacles.key);
    const auto answerers = http::Access::holder_of(answer_obstacles.key);
    const RouteOptions with_file{
        .limits = {.upload_bytes = limits::proof_bytes_max, .seconds = upload_seconds}};
    module.permission(raise_obstacles);
    module.permission(answer_obstacles);
    module.get("/vuong-mac", staff, show_obstacles);
    module.get("/vuong-mac.csv", staff, export_obstacles);
    module.get("/vuong-mac/{obstacle}", http::Access::signed_in, show_obstacle);
    module.post("/vuong-mac/{obstacle}/chuyen", answerers, post_forward);
    module.post("/vuong-mac/{obstacle}/tra-loi", answerers, post_answer, with_file);
    module.post("/vuong-mac/{obstacle}/hoi-lai", raisers, post_again);
    module.post("/vuong-mac/{obstacle}/khep", http::Access::signed_in, post_close);
    module.get("/viec/{task}/vuong-mac", raisers, show_new_obstacle);
    module.post("/viec/{task}/vuong-mac", raisers, post_obstacle, with_file);
    add_plan_obstacles(module);
    module.on<attachment::FileAsked>(answer_for_obstacle_file);
    add_audited(module);
}

}  // namespace caicach::obligation
