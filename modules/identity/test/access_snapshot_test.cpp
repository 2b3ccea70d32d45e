#include "identity/access/access_snapshot.hpp"

#include <doctest/doctest.h>

namespace caicach::identity
{
namespace
{

constexpr Permission review{
    .key = "plan.review", .text = "Rà soát", .roles = {"coordinator", "editor"}};

// 1 province ─ 2 department ─ 3 its office; 4 another department.
const AccessRows rows{.grants = {{{10}, Role::coordinator, {0}},
                                 {{11}, Role::coordinator, {1}},
                                 {{12}, Role::editor, {2}},
                                 {{13}, Role::overseer, {0}}},
                      .tree = {{{2}, {1}}, {{3}, {2}}, {{4}, {1}}},
                      .roots = {{1}}};
const AccessSnapshot snapshot({}, rows);

}  // namespace

TEST_CASE("a grant on the whole province reaches every agency, and the province itself")
{
    CHECK(snapshot.holds({10}, review, {4}));
    CHECK(snapshot.holds({10}, review, {0}));
    CHECK(snapshot.holds({10}, review, {99}));
}

TEST_CASE("a grant on the provincial committee is one on the whole province")
{
    CHECK(snapshot.holds({11}, review, {0}));
    CHECK(snapshot.holds({11}, review, {3}));
    CHECK(snapshot.holds({11}, review, {99}));
}

TEST_CASE("a grant on a branch reaches the branch and what stands below it, nothing else")
{
    CHECK(snapshot.holds({12}, review, {2}));
    CHECK(snapshot.holds({12}, review, {3}));
    CHECK_FALSE(snapshot.holds({12}, review, {4}));
    CHECK_FALSE(snapshot.holds({12}, review, {1}));
    CHECK_FALSE(snapshot.holds({12}, review, {0}));
    CHECK_FALSE(snapshot.holds({12}, review, {99}));
    CHECK(snapshot.holds_anywhere({12}, review));
}

TEST_CASE("a role that the permission does not name carries nothing, wherever it holds")
{
    CHECK_FALSE(snapshot.holds({13}, review, {2}));
    CHECK_FALSE(snapshot.holds_anywhere({13}, review));
}

TEST_CASE("nobody holds nothing, nor does a permission without roles reach anybody")
{
    CHECK_FALSE(snapshot.holds({0}, review, {2}));
    CHECK_FALSE(snapshot.holds_anywhere({99}, review));
    CHECK_FALSE(snapshot.holds({10}, {.key = "x", .text = "x", .roles = {}}, {2}));
}

TEST_CASE("agencies that stand below each other by mistake end the question all the same")
{
    const AccessSnapshot ring(
        {}, {.grants = {{{12}, Role::editor, {7}}}, .tree = {{{2}, {3}}, {{3}, {2}}}, .roots = {}});
    CHECK_FALSE(ring.holds({12}, review, {2}));
}

TEST_CASE("a delegated role reaches as far as its giver's own grant, and only in their place")
{
    // 12 holds editor on 2 and hands it to 20 for 3, to 21 for everything, and 20 hands it to 22.
    AccessRows handed = rows;
    handed.delegations = {{{12}, {20}, Role::editor, {3}},
                          {{12}, {21}, Role::editor, {0}},
                          {{20}, {22}, Role::editor, {3}},
                          {{12}, {23}, Role::coordinator, {2}}};
    const AccessSnapshot access({}, handed);
    CHECK(access.holds_for({12}, {20}, review, {3}));
    CHECK_FALSE(access.holds_for({12}, {20}, review, {2}));
    CHECK_FALSE(access.holds({20}, review, {3}));
    CHECK_FALSE(access.holds_for({10}, {20}, review, {3}));
    CHECK(access.holds_anywhere_for({12}, {20}, review));
    CHECK(access.delegators_of({20}) == std::vector<AccountId>{{12}});
    for (const AccountId other : {AccountId{21}, AccountId{22}, AccountId{23}})
        CHECK(access.delegators_of(other).empty());
    CHECK_FALSE(access.holds_for({12}, {21}, review, {2}));
    CHECK_FALSE(access.holds_for({20}, {22}, review, {3}));
    CHECK_FALSE(access.holds_for({12}, {23}, review, {2}));
}

TEST_CASE("where the tree changes, a delegation shrinks with its giver's branch")
{
    AccessRows handed = rows;
    handed.delegations = {{{12}, {20}, Role::editor, {3}}};
    handed.tree = {{{2}, {1}}, {{3}, {1}}, {{4}, {1}}};
    CHECK_FALSE(AccessSnapshot({}, handed).holds_for({12}, {20}, review, {3}));
}

}  // namespace caicach::identity
