/** What a page made on the server looks like: plain elements, few classes, no parts. */
export function PlainPage() {
  return (
    <>
      <header className="masthead">
        <p>
          <strong>You are here as Tom</strong>
        </p>
        <a className="button button-quiet leave" href="#leave">
          Leave this site
        </a>
      </header>
      <main className="page">
        <h1>Type the code Jo told you</h1>
        <p className="lede">Jo said eight numbers to you on the phone.</p>
        <form>
          <div className="field has-error">
            <label htmlFor="code">The code</label>
            <p className="field-hint">Six numbers, like 123 456.</p>
            <p className="field-error">That is not the code. You can try four more times.</p>
            <input id="code" className="code-input" inputMode="numeric" size={7} />
          </div>
          <fieldset>
            <legend>Whose phone is this?</legend>
            <div className="choices">
              <div className="choice">
                <input type="radio" name="phone" id="mine" defaultChecked />
                <label htmlFor="mine">Mine</label>
              </div>
              <div className="choice">
                <input type="radio" name="phone" id="other" />
                <label htmlFor="other">Somebody else’s</label>
              </div>
            </div>
          </fieldset>
          <div className="actions">
            <button>Go on</button>
            <button className="button-quiet">I have no code</button>
          </div>
        </form>
        <h2>What happens next</h2>
        <ul>
          <li>You see a page with one question.</li>
          <li>
            You can <a href="#stop">stop</a> at any time.
          </li>
        </ul>
        <table>
          <caption>When Jo can be reached</caption>
          <thead>
            <tr>
              <th>Day</th>
              <th className="number">From</th>
              <th className="number">To</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>Monday</td>
              <td className="number">9:00</td>
              <td className="number">17:30</td>
            </tr>
            <tr>
              <td>Thursday</td>
              <td className="number">11:00</td>
              <td className="number">20:00</td>
            </tr>
          </tbody>
        </table>
        <details>
          <summary>I did not expect this message</summary>
          <p>Then close this page and ring Jo.</p>
        </details>
        <ul className="way-list">
          <li>
            <a href="#one">My times</a>
          </li>
          <li>
            <a href="#two">My promises</a>
          </li>
        </ul>
        <div className="other-way">
          <p>
            I’d rather do this by phone: Jo Marsh, <a href="tel:+441632960123">01632 960 123</a>
          </p>
        </div>
      </main>
    </>
  )
}
