#include "obligation/saved_view/saved_view.hpp"

#include <doctest/doctest.h>

#include "obligation/saved_view/view_limits.hpp"
#include "obligation/test/province.hpp"

namespace caicach::obligation
{
namespace
{

/// Somebody of an agency; another call with another code is the same account elsewhere.
Context officer(Province& province, std::string_view agency = "SYT")
{
    return province.desk.context_of(organisation::scope_of(province.agency(agency)));
}

Result<void> keep(Context& context, const NewView& wanted)
{
    auto transaction = MUST(context.begin());
    TRY(keep_view(context, transaction, wanted));
    return transaction.commit();
}

std::vector<SavedView> own(Context& context)
{
    auto transaction = MUST(context.read());
    return MUST(own_views(context, transaction));
}

std::string beginning(Context& context, ViewPage page, std::string_view plan)
{
    auto transaction = MUST(context.read());
    return MUST(default_query(context, transaction, page, plan));
}

const NewView overdue{.page = ViewPage::board_tasks,
                      .plan = "ABC",
                      .name = "Quá hạn",
                      .query = "?tinh-trang=overdue"};

NewView named(NewView view, std::string name)
{
    view.name = std::move(name);
    return view;
}

}  // namespace

TEST_CASE("a query is kept as its page reads it, and what the page reads no more is told")
{
    CHECK(query_as_read(ViewPage::board_tasks, "?tinh-trang=overdue&la=1&sau=x") ==
          "?tinh-trang=overdue");
    CHECK(query_as_read(ViewPage::board_tasks, "?tinh-trang=nope").empty());
    CHECK(query_as_read(ViewPage::board, "?linh-vuc=khac&loai=department") ==
          "?loai=department&linh-vuc=khac");
    CHECK(query_as_read(ViewPage::inbox, "?cua-toi=1") == "?muc=den-han&cua-toi=1");
    CHECK(query_as_read(ViewPage::obstacles, "?muc=cho-tra-loi") == "?muc=cho-tra-loi");
    CHECK(query_as_read(ViewPage::plan_obstacles, "?tinh-trang=open&x=y") == "?tinh-trang=open");
    for (const auto* odd : {"", "no question", "?%zz", "?tinh-trang=overdue\r\nX: y"})
        CHECK(query_as_read(ViewPage::board_tasks, odd).empty());
    CHECK(reads_whole(ViewPage::board_tasks, "?tinh-trang=overdue"));
    CHECK(!reads_whole(ViewPage::board_tasks, "?tinh-trang=bo-roi"));
    CHECK(names_item(ViewPage::board_tasks, "?muc=X1"));
    CHECK(!names_item(ViewPage::inbox, "?muc=den-han"));
    for (const auto page : {ViewPage::inbox, ViewPage::board, ViewPage::board_tasks,
                            ViewPage::obstacles, ViewPage::plan_obstacles})
        CHECK(MUST(view_page_from(name_of(page))) == page);
    CHECK(!view_page_from("khac"));
}

TEST_CASE("a view has a name of its own on its page, whatever its marks and capitals")
{
    in_province([](Province& province) {
        auto context = officer(province);
        MUST(keep(context, overdue));
        const auto same = keep(context, named(overdue, "QUA HAN"));
        REQUIRE(!same);
        CHECK(same.error().key == "obligation.view.name_taken");
        auto elsewhere = overdue;
        elsewhere.page = ViewPage::board;
        MUST(keep(context, elsewhere));
        MUST(keep(context, named(overdue, "Còn hạn")));
        auto nothing = named(overdue, "Không gì");
        nothing.query = "?tat-ca=1";
        CHECK(keep(context, nothing).error().key == "obligation.view.nothing");
        CHECK(own(context).size() == 3);
        auto transaction = MUST(context.begin());
        const auto view = own(context).back();
        CHECK(view.name == "Quá hạn");
        const auto taken = rename_view(context, transaction, view, "còn HẠN");
        REQUIRE(!taken);
        CHECK(taken.error().key == "obligation.view.name_taken");
        MUST(rename_view(context, transaction, view, "quá hạn"));
        CHECK(!rename_view(context, transaction, view, "Lần nữa"));
    });
}

TEST_CASE("a page begins with one view; of an item in its plan alone")
{
    in_province([](Province& province) {
        auto context = officer(province);
        auto first = overdue;
        first.is_default = true;
        MUST(keep(context, first));
        CHECK(beginning(context, ViewPage::board_tasks, "XYZ") == "?tinh-trang=overdue");
        CHECK(beginning(context, ViewPage::board, "XYZ").empty());
        auto second = named(first, "Đang làm");
        second.query = "?tinh-trang=open";
        MUST(keep(context, second));
        CHECK(beginning(context, ViewPage::board_tasks, "XYZ") == "?tinh-trang=open");
        auto of_item = named(first, "Mục một");
        of_item.query = "?muc=M1";
        MUST(keep(context, of_item));
        CHECK(beginning(context, ViewPage::board_tasks, "ABC") == "?muc=M1");
        CHECK(beginning(context, ViewPage::board_tasks, "XYZ") == "?tinh-trang=open");
        auto transaction = MUST(context.begin());
        CHECK(MUST(views_for(context, transaction, ViewPage::board_tasks, "ABC")).size() == 3);
        CHECK(MUST(views_for(context, transaction, ViewPage::board_tasks, "XYZ")).size() == 2);
        for (const auto& view : MUST(own_views(context, transaction)))
            if (view.query == "?tinh-trang=overdue")
                MUST(set_beginning(context, transaction, view, Beginning::with_view));
        CHECK(MUST(default_query(context, transaction, ViewPage::board_tasks, "XYZ")) ==
              "?tinh-trang=overdue");
        for (const auto& view : MUST(own_views(context, transaction)))
            MUST(set_beginning(context, transaction, view, Beginning::with_all));
        CHECK(MUST(default_query(context, transaction, ViewPage::board_tasks, "ABC")).empty());
    });
}

TEST_CASE("a shared view is for the agency, to be read; only its person changes it")
{
    in_province([](Province& province) {
        auto context = officer(province);
        auto shared = overdue;
        shared.is_shared = true;
        shared.is_default = true;
        MUST(keep(context, shared));
        MUST(keep(context, named(overdue, "Của riêng tôi")));
        // The system account is somebody else.
        auto actor = context.actor();
        actor.account = AccountId{actor.account.value + 1};
        Context colleague{context.services(), actor, "req-2"};
        auto transaction = MUST(colleague.begin());
        const auto seen = MUST(views_for(colleague, transaction, ViewPage::board_tasks, "ABC"));
        REQUIRE(seen.size() == 1);
        CHECK(seen.front().name == "Quá hạn");
        CHECK(MUST(own_views(colleague, transaction)).empty());
        CHECK(MUST(default_query(colleague, transaction, ViewPage::board_tasks, "ABC")).empty());
        CHECK(own_view(colleague, transaction, seen.front().code).error().kind ==
              Failure::not_found);
        actor.agency = organisation::scope_of(province.agency("STP"));
        const Context stranger{context.services(), actor, "req-3"};
        CHECK(MUST(views_for(stranger, transaction, ViewPage::board_tasks, "ABC")).empty());
    });
}

TEST_CASE("who may not share keeps views alone, and nobody keeps them without end")
{
    in_province([](Province& province) {
        auto context = officer(province);
        province.desk.authority.answer = false;
        auto shared = overdue;
        shared.is_shared = true;
        CHECK(keep(context, shared).error().kind == Failure::forbidden);
        for (int i = 0; i < limits::views_max; ++i)
            MUST(keep(context, named(overdue, "Bộ lọc " + std::to_string(i))));
        const auto beyond = keep(context, named(overdue, "Thêm nữa"));
        REQUIRE(!beyond);
        CHECK(beyond.error().key == "obligation.view.too_many");
        const auto view = own(context).front();
        auto transaction = MUST(context.begin());
        MUST(remove_view(context, transaction, view));
        CHECK(!remove_view(context, transaction, view));
        CHECK(MUST(own_views(context, transaction)).size() + 1 ==
              static_cast<std::size_t>(limits::views_max));
    });
}

}  // namespace caicach::obligation
