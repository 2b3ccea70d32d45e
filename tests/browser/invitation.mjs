// A person with a password of their own, as specs need one who is signed in again and again.

const ADMINISTRATOR = 4; // the fifth of the printed links

/** Settings without which nobody signs in by a password alone. */
export const BY_PASSWORD = "identity.second_factor_roles=none";

export async function submit(page) {
  await page.click("main form button");
  await page.waitForLoadState();
}

/** The select stays in the form behind its type-ahead: what it holds is what is sent. */
const choose = (page, name, value) =>
  page.locator(`select[name=${name}]`).evaluate((select, chosen) => {
    select.value = chosen;
  }, value);

export async function typePassword(page, password) {
  await page.fill("[name=password]", password);
  await page.fill("[name=password_again]", password);
  await submit(page);
}

/** Leaves the page of the person who has just chosen a password. */
export async function invite(page, house, person) {
  await page.goto(house.links[ADMINISTRATOR]);
  await submit(page);
  await page.goto("/tai-khoan/them-moi");
  await page.fill("[name=name]", person.name);
  await page.fill("[name=user_name]", person.userName);
  await choose(page, "agency", person.agency);
  await choose(page, "role", person.role);
  await submit(page);
  const slip = new URL(await page.textContent("main code")).pathname;
  await page.context().clearCookies();
  await page.goto(slip);
  await typePassword(page, person.password);
}
